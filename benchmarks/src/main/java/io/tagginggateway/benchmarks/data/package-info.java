/** The made-up resources that every measurement works on. */
@NullMarked
package io.tagginggateway.benchmarks.data;

import org.jspecify.annotations.NullMarked;
