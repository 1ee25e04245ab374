package io.tagginggateway.app.admin;

import io.tagginggateway.app.fixture.FixtureException;
import io.tagginggateway.app.fixture.FixtureProblem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Says everything that is wrong with a fixture that was sent. */
final class FixtureProblemJson {
  private FixtureProblemJson() {}

  /**
   * The answer to it.
   *
   * @param hint what the detail says first; may be empty
   */
  static Problem of(FixtureException refused, String hint) {
    JsonArray errors = new JsonArray();
    for (FixtureProblem problem : refused.problems()) {
      JsonObject error = new JsonObject().put("detail", problem.reason());
      if (!problem.path().isEmpty()) {
        error.put("pointer", FixturePointer.of(problem.path()));
      }
      if (problem.line() > 0) {
        error.put("line", problem.line());
      }
      errors.add(error);
    }
    FixtureProblem first = refused.problems().get(0);
    int others = errors.size() - 1 + refused.more();
    String detail =
        hint + first.reason() + (others == 0 ? "" : " (and " + others + " more: see errors)");
    String pointer = first.path().isEmpty() ? null : FixturePointer.of(first.path());
    return new Problem(400, detail, pointer, errors);
  }
}
