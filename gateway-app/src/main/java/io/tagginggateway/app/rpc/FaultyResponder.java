package io.tagginggateway.app.rpc;

import io.tagginggateway.app.fault.Fault;
import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.fault.FaultTarget;
import io.tagginggateway.core.request.RpcRequest;
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
    FaultRule rule = rules.isEmpty() ? null : rules.take(target(admitted));
    if (rule == null) {
      return next.respond(admitted);
    }
    Fault.Cases<CompletionStage<Delivery>> strike =
        new FaultStrike(admitted, rule.phase(), next, rules.errors());
    return rule.fault().as(strike).thenApply(delivery -> delivery.spoiledBy(rule));
  }

  private static FaultTarget target(Admitted admitted) {
    RpcRequest request = admitted.call().request();
    String token = request.parameter("NextToken");
    return new FaultTarget(
        admitted.service().entry().head().code(),
        admitted.call().operation(),
        admitted.caller(),
        token != null && !token.isEmpty());
  }
}
