/** Draws what was measured. */
@NullMarked
package io.tagginggateway.benchmarks.plot;

import org.jspecify.annotations.NullMarked;
