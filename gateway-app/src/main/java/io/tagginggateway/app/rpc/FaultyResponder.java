package io.tagginggateway.app.rpc;

import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.fault.FaultTarget;
import java.util.concurrent.CompletionStage;

/** Lets faults strike around another responder, which knows nothing of them. */
final class FaultyResponder implements Responder {
  private final Responder next;
  private final FaultRules rules;

  FaultyResponder(Responder next, FaultRules rules) {
    this.next = next;
    this.rules = rules;
  }

  @Override
  public CompletionStage<Delivery> respond(Admitted admitted) {
    if (rules.isEmpty()) {
      return next.respond(admitted);
    }
    return rules
        .take(target(admitted))
        .thenCompose(
            rule -> rule.isEmpty() ? next.respond(admitted) : spoiled(admitted, rule.get()))
        .exceptionally(failure -> Replies.failed(admitted.progress(), failure));
  }

  private CompletionStage<Delivery> spoiled(Admitted admitted, FaultRule rule) {
    FaultStrike strike = new FaultStrike(admitted, rule.phase(), next, rules.errors());
    return rule.fault().as(strike).thenApply(delivery -> delivery.spoiledBy(rule));
  }

  private static FaultTarget target(Admitted admitted) {
    return new FaultTarget(
        admitted.service().entry().head().code(),
        admitted.call().operation(),
        admitted.caller(),
        admitted.call().request()::parameter);
  }
}
