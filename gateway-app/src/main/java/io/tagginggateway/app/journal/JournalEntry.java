package io.tagginggateway.app.journal;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.request.Format;
import org.jspecify.annotations.Nullable;

/**
 * What the journal keeps of a request: bounded in size, and without signatures and tokens. What the
 * request did not reach is null.
 *
 * @param time when its answer was sent, in milliseconds since 1970
 * @param requestId the id in its answer
 * @param product the product's code
 * @param region the region it worked in
 * @param account the account of the caller
 * @param accessKeyId the key that the caller named
 * @param action the action that it named
 * @param parameters those of query and form
 * @param format the format of the answer
 * @param status the HTTP status; 0 if the connection was reset
 * @param code the error code, or null if there was none
 * @param rows how many rows the answer listed
 * @param micros how long it took, in microseconds
 * @param forwarded whether another gateway answered it
 */
public record JournalEntry(
    long time,
    String requestId,
    @Nullable String product,
    @Nullable String region,
    @Nullable String account,
    @Nullable String accessKeyId,
    @Nullable String action,
    KeptParameters parameters,
    Format format,
    int status,
    @Nullable String code,
    int rows,
    long micros,
    boolean forwarded) {
  private static final int MAX_NAME = 128;

  /** The objects that it is made of, with the id of the request. */
  private static final int WITHOUT_TEXTS = 640;

  static JournalEntry of(Exchange exchange) {
    Caller caller = exchange.caller();
    return new JournalEntry(
        System.currentTimeMillis(),
        exchange.requestId(),
        exchange.product(),
        cut(exchange.region()),
        caller == null ? null : cut(caller.account()),
        caller == null ? null : cut(caller.accessKeyId()),
        cut(exchange.actionName()),
        KeptParameters.of(exchange.parameters()),
        exchange.format(),
        exchange.status(),
        cut(exchange.code()),
        exchange.rows(),
        exchange.micros(),
        exchange.forwarded());
  }

  /** How much memory it takes, as estimated: texts of two bytes a character. */
  int bytes() {
    return WITHOUT_TEXTS
        + 2 * (length(region) + length(account) + length(accessKeyId) + length(action))
        + 2 * length(code)
        + parameters.bytes();
  }

  private static int length(@Nullable String name) {
    return name == null ? 0 : name.length();
  }

  private static @Nullable String cut(@Nullable String name) {
    return name == null ? null : KeptParameters.cut(name, MAX_NAME);
  }
}
