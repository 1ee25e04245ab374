package io.tagginggateway.app.rpc;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * What another gateway answered.
 *
 * @param status the HTTP status
 * @param headers its headers, without those that are for one connection only
 * @param body its bytes, as they came
 */
public record ForwardedAnswer(int status, MultiMap headers, Buffer body) {}
