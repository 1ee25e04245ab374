package io.tagginggateway.app.rpc;

import io.tagginggateway.core.request.Headers;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A request as the server received it, before anything in it was understood.
 *
 * @param method the HTTP method
 * @param path the path, without the query
 * @param authority the host that the client called, as it wrote it; empty if it named none
 * @param query the query string, undecoded; empty if there is none
 * @param headers the headers
 * @param body the body; empty if there is none
 * @param client where it came from, or null if that is not known
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record HttpInput(
    String method,
    String path,
    String authority,
    String query,
    Headers headers,
    byte[] body,
    @Nullable SocketAddress client) {}
