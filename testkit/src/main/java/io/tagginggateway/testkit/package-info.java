/**
 * A gateway inside a JUnit 5 test: {@link io.tagginggateway.testkit.TaggingGateway} starts it, and
 * tells what your client asked and how it bears bad days.
 */
@NullMarked
package io.tagginggateway.testkit;

import org.jspecify.annotations.NullMarked;
