package io.tagginggateway.app.rpc;

import java.util.concurrent.CompletionStage;

/** Answers requests that passed every check. Thread-safe; no call blocks. */
interface Responder {

  /**
   * Answers a request.
   *
   * @return never fails: whatever goes wrong is an answer
   */
  CompletionStage<Delivery> respond(Admitted admitted);
}
