package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.RuleIds;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import java.util.ArrayList;
import java.util.List;

/** What adding and removing tags changes. */
final class ChangeChecks {
  private static final String ODD = "a b+c&d=e%20~*()'\"<>é中文😀";

  private ChangeChecks() {}

  static List<Check> checks(TagFamily family) {
    List<Check> checks = new ArrayList<>();
    if (family.names().tag() == null) {
      return checks;
    }
    add(checks, "tag-overwrites", "a key that is there", ChangeChecks::overwrite);
    checks.add(
        Check.writes("tag-all-or-none", "one resource of two is full", ChangeChecks::allOrNone)
            .after(Bases.BY_ID, Bases.NOBODY, RuleIds.of(Situation.TOO_MANY_TAGS_ON_RESOURCE)));
    if (family.texts().value().allows(ODD)) {
      add(checks, "escapes", "odd characters come back", ChangeChecks::oddCharacters);
    }
    if (family.names().untag() != null) {
      addUntag(checks, family);
    }
    return checks;
  }

  private static void addUntag(List<Check> checks, TagFamily family) {
    ParameterNames names = family.parameterNames().untag();
    if (names.keys() != null) {
      add(checks, "untag-keys", "one key of two", ChangeChecks::untagKeys);
    }
    if (names.all() != null && !names.needsKeys(Kind.UNTAG)) {
      add(checks, "untag-all", "every tag", ChangeChecks::untagAll);
      add(checks, "untag-all", "every tag, where there is none", ChangeChecks::untagNone);
    }
    if (names.keys() != null && !hasError(family, Situation.NEITHER_KEYS_NOR_ALL)) {
      add(checks, "untag-nothing", "neither keys nor all", ChangeChecks::untagNothing);
    }
  }

  private static void add(List<Check> checks, String rule, String name, Check.Script script) {
    checks.add(Check.writes(rule, name, script).after(Bases.BY_ID, Bases.NOBODY));
  }

  private static boolean hasError(TagFamily family, Situation situation) {
    return family.errors().find(situation, Kind.UNTAG) != null;
  }

  private static void overwrite(Session s) {
    String id = s.world().fresh();
    String key = s.world().key("Over");
    String other = s.world().key("Over2");
    s.succeed(s.tag(id).tag(1, key, "old").tag(2, other, "kept"));
    s.succeed(s.tag(id).tag(1, key, "new"));
    s.expectRows(s.list().id(id), s.row(id, key, "new"), s.row(id, other, "kept"));
  }

  private static void allOrNone(Session s) {
    if (s.family().limits().ids().tag() < 2) {
      throw new NotApplicable("a change names one resource");
    }
    String empty = s.world().fresh();
    String full = ErrorChecks.full(s);
    Reply reply = s.send(s.tag(empty, full).tag(1, s.world().key("More"), "x"));
    s.observe("an error", reply.outcome(), reply.isError());
    s.expectRows(s.list().id(empty));
  }

  private static String withTwo(Session s) {
    String id = s.world().fresh();
    s.succeed(s.tag(id).tag(1, s.world().key("U1"), "1").tag(2, s.world().key("U2"), "2"));
    return id;
  }

  /** Where keys and All together are no error, All counts for nothing. */
  private static void untagKeys(Session s) {
    String id = withTwo(s);
    VerifyRequest ask = s.untag(id).removing(1, s.world().key("U1"));
    boolean ignored =
        s.family().parameterNames().untag().all() != null
            && !hasError(s.family(), Situation.KEYS_AND_ALL);
    s.succeed(ignored ? ask.all(true) : ask);
    s.expectRows(s.list().id(id), s.row(id, s.world().key("U2"), "2"));
  }

  private static void untagAll(Session s) {
    String id = withTwo(s);
    s.succeed(s.untag(id).all(true));
    s.expectRows(s.list().id(id));
  }

  private static void untagNone(Session s) {
    String id = withTwo(s);
    s.succeed(s.untag(id).all(true));
    s.expect("200", s.send(s.untag(id).all(true)).outcome());
  }

  private static void untagNothing(Session s) {
    String id = withTwo(s);
    s.expect("200", s.send(s.untag(id)).outcome());
    if (s.family().parameterNames().untag().all() != null) {
      s.expect("200", s.send(s.untag(id).all(false)).outcome());
    }
    s.expectRows(
        s.list().id(id), s.row(id, s.world().key("U1"), "1"), s.row(id, s.world().key("U2"), "2"));
  }

  private static void oddCharacters(Session s) {
    String id = s.world().fresh();
    String key = s.world().key("Odd" + s.format());
    s.succeed(s.tag(id).tag(1, key, ODD));
    s.expectRows(s.list().id(id), s.row(id, key, ODD));
    s.expectRows(s.filtered(id).tag(1, key, ODD), s.row(id, key, ODD));
  }
}
