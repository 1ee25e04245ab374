/** What is counted, and how Prometheus reads it. */
@NullMarked
package io.tagginggateway.app.metrics;

import org.jspecify.annotations.NullMarked;
