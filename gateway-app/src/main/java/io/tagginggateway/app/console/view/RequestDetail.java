package io.tagginggateway.app.console.view;

import java.util.List;

/**
 * Everything that is kept of a request.
 *
 * @param id the request id
 * @param facts what the list shows, and more
 * @param parameters its parameters, secrets masked
 * @param hint why it was answered so, or empty
 * @param answer the body of its answer, or empty if that is not kept
 * @param curl the request as a command
 * @param junit the request as an expectation of a test
 * @param canThrottle whether the next one like this can be refused
 */
public record RequestDetail(
    String id,
    List<Pair> facts,
    List<Pair> parameters,
    String hint,
    String answer,
    String curl,
    String junit,
    boolean canThrottle) {}
