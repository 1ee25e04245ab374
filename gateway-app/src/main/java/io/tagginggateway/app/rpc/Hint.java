package io.tagginggateway.app.rpc;

import io.tagginggateway.app.fault.FaultType;

/**
 * Why a request was answered as it was, and what would work: one sentence without anything secret.
 *
 * @param text for whoever runs the gateway: may name other accounts
 * @param toCaller for the caller: names nothing of another account; empty if the caller is told
 *     nothing
 */
public record Hint(String text, String toCaller) {

  /** One that names nothing of another account. */
  public static Hint of(String text) {
    return new Hint(text, text);
  }

  /** Why a fault is in the place of the answer. */
  static Hint ofFault(FaultType type) {
    String text =
        "A fault of type "
            + type.wireName()
            + " that was set for such requests spoiled the answer: GET /_gateway/faults shows it"
            + " and DELETE takes it away.";
    // The client is to see what it would see without this gateway.
    return of(text).withheld();
  }

  /** The same, of which the caller is told nothing. */
  public Hint withheld() {
    return new Hint(text, "");
  }
}
