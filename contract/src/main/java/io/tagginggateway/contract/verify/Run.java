package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.Rules;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of a product's contract against an endpoint. Lives on one thread. */
final class Run {
  private final Endpoint endpoint;
  private final Product product;
  private final Rules rules;
  private final String region;
  private final TestResources world;

  Run(Endpoint endpoint, Product product, String region) {
    this.endpoint = endpoint;
    this.product = product;
    this.rules = Rules.of(product);
    this.region = region;
    this.world = new TestResources(product);
  }

  /**
   * Runs every check, and removes what was made for them.
   *
   * @throws CannotRun if the endpoint does not answer, does not know the key, or refuses to be
   *     written to
   */
  Outcome run() {
    greet();
    boolean strict = checksSignatures();
    try {
      if (!endpoint.readOnly()) {
        createWorld();
      }
      List<Result> results = new ArrayList<>();
      for (Check check : Contract.checks()) {
        for (Format format : check.formats()) {
          results.add(run(check, format, strict));
        }
      }
      return new Outcome(results, strict, cleanUp());
    } catch (RuntimeException e) {
      cleanUp();
      throw e;
    }
  }

  /** Sees that there is somebody who knows the key, before anything is checked. */
  private void greet() {
    Session session = session(Format.JSON);
    try {
      String code = endpoint.trySend(session.list().id(world.nobody())).code();
      if (code != null && isAboutTheCaller(code)) {
        throw new CannotRun("the endpoint does not let this access key in: " + code);
      }
      if (code != null && code.equals(GatewayErrors.PRODUCT_NOT_FOUND.code())) {
        throw new CannotRun("the endpoint does not answer for " + product.code());
      }
    } catch (IOException e) {
      throw new CannotRun("the endpoint does not answer within its time: " + e);
    } catch (CheckFailure e) {
      throw new CannotRun("the endpoint answers no API: " + e.got());
    }
  }

  private static boolean isAboutTheCaller(String code) {
    return code.startsWith("InvalidAccessKeyId")
        || code.startsWith("InvalidSecurityToken")
        || code.startsWith("SignatureDoesNotMatch")
        || code.startsWith("Forbidden")
        || code.startsWith("InvalidTimeStamp");
  }

  private boolean checksSignatures() {
    Session session = session(Format.JSON);
    try {
      return session.send(GatewayChecks.forged(session, Signing.V1)).code() != null;
    } catch (CheckFailure e) {
      throw new CannotRun("the endpoint answers no API: " + e.got());
    }
  }

  private void createWorld() {
    Reply refusal;
    try {
      refusal = world.create(session(Format.JSON));
    } catch (CheckFailure e) {
      throw new CannotRun("resources for the checks cannot be made: " + e.got());
    }
    if (refusal != null) {
      throw new CannotRun(
          "resources for the checks cannot be made (--read-only does without): "
              + refusal.outcome());
    }
  }

  private int cleanUp() {
    return endpoint.readOnly() ? 0 : world.remove(session(Format.JSON));
  }

  private Result run(Check check, Format format, boolean strict) {
    String reason = notApplicable(check, strict);
    Session session = session(format);
    long start = System.nanoTime();
    Verdict verdict = reason == null ? Verdict.PASSED : Verdict.NOT_APPLICABLE;
    try {
      if (reason == null) {
        check.script().run(session);
      }
    } catch (CheckFailure e) {
      verdict = Verdict.FAILED;
      session.observations().add(new Observation(e.expected(), e.got()));
    } catch (NotApplicable e) {
      verdict = Verdict.NOT_APPLICABLE;
      reason = e.getMessage();
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    return new Result(
        rules.get(check.rule()),
        check.name(),
        format,
        verdict,
        List.copyOf(session.observations()),
        reason == null ? "" : reason,
        millis);
  }

  private @Nullable String notApplicable(Check check, boolean strict) {
    return switch (check.needs()) {
      case LISTS -> null;
      case WRITES -> endpoint.readOnly() ? "read-only: it needs resources of its own" : null;
      case SIGNATURES -> strict ? null : "the endpoint checks no signatures";
    };
  }

  private Session session(Format format) {
    return new Session(endpoint, product, region, world, format);
  }
}
