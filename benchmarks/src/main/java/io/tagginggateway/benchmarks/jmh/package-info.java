/** What JMH measures: the matcher, tokens, signatures, writers and loading. */
@NullMarked
package io.tagginggateway.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
