package io.tagginggateway.app.journal;

import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.Hint;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.RequestedResources;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.RepeatedTexts;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the journal keeps of a request: bounded in size, and without signatures and tokens. What the
 * request did not reach is null.
 *
 * @param time when its answer was sent, in milliseconds since 1970
 * @param requestId the id in its answer
 * @param host the host that the client called, lower-case, without port; empty if it named none
 * @param method the HTTP method
 * @param path the path, without the query
 * @param from where it came from
 * @param userAgent what the client says it is
 * @param product the product's code
 * @param region the region it worked in
 * @param account the account of the caller
 * @param accessKeyId the key that the caller named
 * @param operation the operation, where the product has the one that was named
 * @param action the action that it named
 * @param parameters those of query and form
 * @param format the format of the answer
 * @param status the HTTP status; 0 if the connection was reset
 * @param code the error code, or null if there was none
 * @param rows how many rows the answer listed
 * @param micros how long it took, in microseconds
 * @param forwarded whether another gateway answered it
 * @param fault the kind of fault that spoiled it, such as {@code html}
 * @param hint why it was answered so, and what would work; null where there is nothing to say
 * @param answer the body of the answer, or what was sent of it
 */
public record JournalEntry(
    long time,
    String requestId,
    String host,
    String method,
    String path,
    @Nullable SocketAddress from,
    @Nullable String userAgent,
    @Nullable String product,
    @Nullable String region,
    @Nullable String account,
    @Nullable String accessKeyId,
    @Nullable Operation operation,
    @Nullable String action,
    KeptParameters parameters,
    Format format,
    int status,
    @Nullable String code,
    int rows,
    long micros,
    boolean forwarded,
    @Nullable String fault,
    @Nullable String hint,
    KeptAnswer answer) {
  private static final int MAX_NAME = 128;
  private static final int MAX_HINT = 512;

  /** The objects that it is made of, with the id of the request. */
  private static final int WITHOUT_TEXTS = 800;

  /**
   * The entry of a request.
   *
   * @param now when it ended, by {@link System#nanoTime}
   * @param time the same in milliseconds since 1970
   * @param texts what requests repeat besides their parameters
   */
  static JournalEntry of(Exchange exchange, Buffer sent, long now, long time, RepeatedTexts texts) {
    Caller caller = exchange.caller();
    FaultRule fault = exchange.fault();
    Hint hint = exchange.hint();
    return new JournalEntry(
        time,
        exchange.requestId(),
        KeptParameters.cut(exchange.host(), MAX_NAME),
        KeptParameters.cut(exchange.method(), MAX_NAME),
        KeptParameters.cut(exchange.path(), MAX_NAME),
        exchange.client(),
        cut(exchange.userAgent(), texts),
        exchange.product(),
        cut(exchange.region()),
        caller == null ? null : cut(caller.account()),
        caller == null ? null : cut(caller.accessKeyId(), texts),
        exchange.operation(),
        cut(exchange.actionName()),
        KeptParameters.of(exchange.parameters()),
        exchange.format(),
        exchange.status(),
        cut(exchange.code()),
        exchange.rows(),
        exchange.micros(now),
        exchange.forwarded(),
        fault == null ? null : fault.fault().type().wireName(),
        hint == null ? null : KeptParameters.cut(hint.text(), MAX_HINT),
        KeptAnswer.of(sent));
  }

  /** The address and port that it came from, or null if they are not known. */
  public @Nullable String client() {
    return from == null ? null : from.hostAddress() + ":" + from.port();
  }

  /** The resources that it names, as far as its parameters are kept. */
  public RequestedResources resources() {
    return RequestedResources.of(operation, parameters.asParameters());
  }

  /** How much memory it takes, as estimated: texts of two bytes a character. */
  public int bytes() {
    int characters =
        host.length()
            + method.length()
            + path.length()
            + length(userAgent)
            + length(region)
            + length(account)
            + length(accessKeyId)
            + length(action)
            + length(code)
            + length(hint);
    return WITHOUT_TEXTS + 2 * characters + parameters.bytes() + answer.bytes();
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  private static @Nullable String cut(@Nullable String name) {
    return name == null ? null : KeptParameters.cut(name, MAX_NAME);
  }

  private static @Nullable String cut(@Nullable String text, RepeatedTexts texts) {
    return text == null ? null : texts.of(KeptParameters.cut(text, MAX_NAME));
  }
}
