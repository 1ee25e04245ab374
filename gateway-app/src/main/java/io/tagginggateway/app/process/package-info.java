/** The life of a gateway: put together, started, stopped. */
@NullMarked
package io.tagginggateway.app.process;

import org.jspecify.annotations.NullMarked;
