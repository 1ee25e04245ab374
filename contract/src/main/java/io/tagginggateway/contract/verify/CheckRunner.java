package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.Rules;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs checks of one trio and remembers which failed, so that checks that depend on them are not
 * run.
 */
final class CheckRunner {
  private final Rules rules;
  private final String operation;
  private final Set<String> wanted;
  private final Set<String> failed = new HashSet<>();

  /**
   * A runner.
   *
   * @param operation the trio, as its rules name it
   * @param wanted the ids of the only rules to check; empty for all
   */
  CheckRunner(Rules rules, String operation, Set<String> wanted) {
    this.rules = rules;
    this.operation = operation;
    this.wanted = wanted;
  }

  boolean isWanted(Check check) {
    return wanted.isEmpty() || wanted.contains(check.rule());
  }

  /**
   * Runs a check.
   *
   * @param notApplicable why it does not apply, or null
   */
  Result run(Check check, Session session, @Nullable String notApplicable, Endpoint endpoint) {
    Attempt attempt =
        new Attempt(
            rules.get(check.rule(), operation),
            check.name(),
            session.format(),
            session.observations());
    if (notApplicable != null) {
      return attempt.without(Verdict.NOT_APPLICABLE, notApplicable);
    }
    String cause = cause(check, session);
    if (cause != null) {
      remember(check, session);
      return attempt.without(Verdict.NOT_RUN, "after the failure of " + cause);
    }
    Result result = attempt.run(() -> check.script().run(session), endpoint);
    if (result.verdict() == Verdict.FAILED) {
      remember(check, session);
    }
    return result;
  }

  /** The failed rule or check that this one depends on, or null. */
  private @Nullable String cause(Check check, Session session) {
    if (check.needsListsInItsFormat() && failed.contains(Bases.FORMAT + " " + session.format())) {
      return Bases.FORMAT;
    }
    for (String base : check.after()) {
      if (failed.contains(base + " " + session.format())) {
        return base;
      }
    }
    return null;
  }

  /** A check that was not run counts as a cause for those that depend on it too. */
  private void remember(Check check, Session session) {
    failed.add(check.rule() + " " + session.format());
    failed.add(check.name() + " " + session.format());
    failed.add(check.key() + " " + session.format());
  }
}
