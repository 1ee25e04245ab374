package io.tagginggateway.testkit;

import java.time.Duration;
import java.util.Map;

/**
 * What can go wrong with requests to a product. Each method makes it go wrong with the next request
 * that matches; what it returns says more. A product is named by its code.
 *
 * <p>A value that cannot be, or a name that nobody knows, is an {@link IllegalArgumentException}
 * that says what is known.
 */
public interface Faults {

  /**
   * Any fault, as the admin API writes it.
   *
   * @param fault such as {@code Map.of("type", "delay", "millis", 500)}
   */
  InjectedFault inject(String product, Map<String, ?> fault);

  /** An error of the product, such as {@code Throttling.User}, as the product words it. */
  default InjectedFault fail(String product, String code) {
    return inject(product, Map.of("type", "error", "code", code));
  }

  /** An error that the product does not know, or knows otherwise; the status is 4xx or 5xx. */
  default InjectedFault fail(String product, String code, int status, String message) {
    return inject(
        product, Map.of("type", "error", "code", code, "status", status, "message", message));
  }

  /** An answer that comes late, by a minute at most. */
  default InjectedFault delay(String product, Duration by) {
    return inject(product, Map.of("type", "delay", "millis", by.toMillis()));
  }

  /** An answer that comes late by something between; drawn from the rule's seed. */
  default InjectedFault delay(String product, Duration least, Duration most) {
    return inject(
        product, Map.of("type", "delay", "millis", least.toMillis(), "maxMillis", most.toMillis()));
  }

  /** A connection that is reset, without an answer. */
  default InjectedFault resetConnection(String product) {
    return inject(product, Map.of("type", "reset"));
  }

  /** A connection that ends in order, without a byte of an answer. */
  default InjectedFault noAnswer(String product) {
    return inject(product, Map.of("type", "empty"));
  }

  /** An answer that breaks off after so many bytes of its body. */
  default InjectedFault truncate(String product, int bytes) {
    return inject(product, Map.of("type", "truncate", "bytes", bytes));
  }

  /** The right answer, in small pieces: so long from the first to the last, a minute at most. */
  default InjectedFault dribble(String product, Duration during) {
    return inject(product, Map.of("type", "dribble", "millis", during.toMillis()));
  }

  /** The page of a load balancer, with an HTTP status such as 503. */
  default InjectedFault html(String product, int status) {
    return inject(product, Map.of("type", "html", "status", status));
  }

  /** The right answer in the envelope of the other dialect: clients often read an empty list. */
  default InjectedFault otherEnvelope(String product) {
    return inject(product, Map.of("type", "envelope"));
  }

  /** Another body, under the content type of the answer. */
  default InjectedFault body(String product, int status, String content) {
    return inject(product, Map.of("type", "body", "status", status, "content", content));
  }

  /** Another body of another type. */
  default InjectedFault body(String product, int status, String contentType, String content) {
    return inject(
        product,
        Map.of("type", "body", "status", status, "contentType", contentType, "content", content));
  }

  /** Bytes that are no document, under the content type of the answer. */
  default InjectedFault garbage(String product) {
    return inject(product, Map.of("type", "garbage"));
  }

  /** A NextToken that is refused. */
  default InjectedFault expireToken(String product) {
    return inject(product, Map.of("type", "expire-token"));
  }

  /** Pages that hold less than was asked for. */
  default InjectedFault shortPages(String product, int size) {
    return inject(product, Map.of("type", "page-size", "size", size));
  }
}
