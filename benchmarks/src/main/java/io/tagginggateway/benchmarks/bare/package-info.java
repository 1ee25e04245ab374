/** The limit of the platform: a server that does nothing but answer. */
@NullMarked
package io.tagginggateway.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
