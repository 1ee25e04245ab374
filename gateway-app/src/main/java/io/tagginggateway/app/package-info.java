/** The process: listeners, routing by host, configuration and the admin API. */
@NullMarked
package io.tagginggateway.app;

import org.jspecify.annotations.NullMarked;
