package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.Rules;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.Style;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.request.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a product's contract against an endpoint. Lives on one thread. */
final class Run {
  private final Target target;
  private final Product product;
  private final Endpoint endpoint;
  private final Rules rules;
  private final List<TestResources> worlds = new ArrayList<>();

  Run(Target target) {
    this.target = target;
    this.product = target.product().product();
    this.endpoint = new Endpoint(target);
    this.rules = Rules.of(target.product());
    for (TagFamily family : product.tagFamilies()) {
      worlds.add(new TestResources(family));
    }
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
    greet();
    boolean strict = checksSignatures();
    try {
      for (TestResources world : worlds) {
        if (canWrite(world)) {
          create(world);
        }
      }
      List<Result> results = new ArrayList<>();
      for (int i = 0; i < worlds.size(); i++) {
        TestResources world = worlds.get(i);
        String operation = i == 0 ? "" : world.family().names().list();
        CheckRunner runner = new CheckRunner(rules, operation, target.rules());
        run(runner, Contract.ofTrio(world.family()), world, strict, results);
        if (i == 0) {
          run(runner, Contract.ofProduct(product), world, strict, results);
        }
      }
      return new Outcome(results, strict, cleanUp());
    } catch (RuntimeException e) {
      cleanUp();
      throw e;
    }
  }

  private void run(
      CheckRunner runner,
      List<Check> checks,
      TestResources world,
      boolean strict,
      List<Result> results) {
    for (Check check : checks) {
      for (Format format : check.formats()) {
        if (runner.isWanted(check)) {
          String reason = notApplicable(check, format, world, strict);
          Session session = session(world, format, check.takesAnyFormat());
          endpoint.startOver();
          results.add(runner.run(check, session, reason, endpoint));
        }
      }
    }
  }

  /** Makes sure that the endpoint answers and accepts the key, before anything is checked. */
  private void greet() {
    Session session = session(worlds.get(0), Format.JSON, true);
    try {
      String code = endpoint.trySend(session.list().id(worlds.get(0).nobody())).code();
      if (code != null && isAboutTheCaller(code)) {
        throw new CannotRun("the endpoint does not let this access key in: " + code);
      }
      if (code != null && code.equals(GatewayErrors.PRODUCT_NOT_FOUND.code())) {
        throw new CannotRun(
            "the endpoint does not answer for "
                + product.code()
                + " at "
                + target.host()
                + ": "
                + code);
      }
    } catch (IOException e) {
      throw new CannotRun("no answer from " + target.endpoint() + ": " + Endpoint.reason(e));
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
    Session session = session(worlds.get(0), Format.JSON, true);
    try {
      return session.send(GatewayChecks.forged(session, session.usualSigning())).isError();
    } catch (CheckFailure e) {
      throw new CannotRun("the endpoint answers no API: " + e.got());
    }
  }

  private boolean canWrite(TestResources world) {
    return !endpoint.readOnly()
        && world.family().names().tag() != null
        && world.family().names().untag() != null;
  }

  private void create(TestResources world) {
    Reply refusal;
    try {
      refusal = world.create(session(world, Format.JSON, true));
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
    int failed = 0;
    for (TestResources world : worlds) {
      failed += canWrite(world) ? world.remove(session(world, Format.JSON, true)) : 0;
    }
    return failed;
  }

  private @Nullable String notApplicable(
      Check check, Format format, TestResources world, boolean strict) {
    if (product.head().style() == Style.ROA && format == Format.XML) {
      return "clients of the ROA style ask for JSON";
    }
    return switch (check.needs()) {
      case LISTS -> null;
      case WRITES -> {
        String why = endpoint.readOnly() ? "read-only" : "the product has no changes";
        yield canWrite(world) ? null : why + ": it needs resources of its own";
      }
      case SIGNATURES -> strict ? null : "the endpoint checks no signatures";
    };
  }

  private Session session(TestResources world, Format format, boolean anyFormat) {
    return new Session(endpoint, product, target.region(), world, format, anyFormat);
  }
}
