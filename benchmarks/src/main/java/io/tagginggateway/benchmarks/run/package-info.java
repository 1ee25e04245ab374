/** Measurements that need a process of their own: heap per row, and readers beside a writer. */
@NullMarked
package io.tagginggateway.benchmarks.run;

import org.jspecify.annotations.NullMarked;
