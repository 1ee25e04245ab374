/** From a request to the bytes of its answer, without a server: the hot path. */
@NullMarked
package io.tagginggateway.app.rpc;

import org.jspecify.annotations.NullMarked;
