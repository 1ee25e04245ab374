package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.Rules;
import io.tagginggateway.contract.Views;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.product.ViewOperation.Kind;
import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One run of the contract of a view against an endpoint. Lives on one thread. */
final class ViewRun {
  private final Target target;
  private final Product product;
  private final Endpoint endpoint;
  private final Rules rules;
  private final List<ViewOperation> operations;
  private final String label = UUID.randomUUID().toString().substring(0, 8);
  private final ViewResources resources;

  ViewRun(Target target) {
    this.target = target;
    this.product = target.product().product();
    this.endpoint = new Endpoint(target);
    this.rules = Rules.of(target.product());
    this.operations = Views.of(product);
    this.resources = ViewResources.of(operations.get(0).view(), target.products(), label);
    for (String id : target.rules()) {
      if (!rules.has(id)) {
        throw new CannotRun("--rule: " + product.code() + " has no rule " + id);
      }
    }
  }

  /**
   * Runs every check, and removes what was made for them.
   *
   * @throws CannotRun if the endpoint does not answer, does not know the key, or refuses to be
   *     written to
   */
  Outcome run() {
    ViewSession session = session(Format.JSON);
    greet(session);
    boolean strict = session.send(session.ask(Kind.LIST).with("Signature", "forged")).isError();
    boolean writes = !endpoint.readOnly();
    try {
      if (writes && !ViewChecks.prepare(session)) {
        throw new CannotRun(
            "resources for the checks cannot be made (--read-only does without): "
                + resources.inWords()
                + " are tagged");
      }
      List<Result> results = new ArrayList<>();
      for (ViewCheck check : ViewChecks.checks(operations)) {
        for (Format format : Format.values()) {
          if (target.rules().isEmpty() || target.rules().contains(check.rule())) {
            endpoint.startOver();
            results.add(run(check, session(format)));
          }
        }
      }
      return new Outcome(results, strict, writes ? ViewChecks.remove(session) : 0);
    } catch (RuntimeException e) {
      if (writes) {
        ViewChecks.remove(session);
      }
      throw e;
    }
  }

  private void greet(ViewSession session) {
    try {
      String code = endpoint.trySend(session.arns(Kind.LIST, session.resource("nobody"))).code();
      if (code != null && (code.startsWith("InvalidAccessKeyId") || code.startsWith("Signature"))) {
        throw new CannotRun("the endpoint does not let this access key in: " + code);
      }
      if (code != null && code.equals(GatewayErrors.PRODUCT_NOT_FOUND.code())) {
        throw new CannotRun("the endpoint does not answer for " + product.code());
      }
    } catch (IOException e) {
      throw new CannotRun("no answer from " + target.endpoint() + ": " + Endpoint.reason(e));
    } catch (CheckFailure e) {
      throw new CannotRun("the endpoint answers no API: " + e.got());
    }
  }

  private Result run(ViewCheck check, ViewSession session) {
    Attempt attempt =
        new Attempt(
            rules.get(check.rule(), ""), check.name(), session.format(), session.observations());
    return check.writes() && endpoint.readOnly()
        ? attempt.without(Verdict.NOT_APPLICABLE, "read-only: it needs resources of its own")
        : attempt.run(() -> check.script().run(session), endpoint);
  }

  private ViewSession session(Format format) {
    return new ViewSession(
        endpoint, product, operations, resources, target.region(), label, format);
  }
}
