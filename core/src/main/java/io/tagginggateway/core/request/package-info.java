/** One request of the RPC style, as plain values: parameters, headers, body, format. */
@NullMarked
package io.tagginggateway.core.request;

import org.jspecify.annotations.NullMarked;
