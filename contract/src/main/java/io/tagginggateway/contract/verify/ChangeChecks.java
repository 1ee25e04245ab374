package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.Situation;
import java.util.List;

/** What TagResources and UntagResources change. */
final class ChangeChecks {
  private ChangeChecks() {}

  static List<Check> checks() {
    return List.of(
        Check.writes("tag-overwrites", "a key that is there", ChangeChecks::overwrite),
        Check.writes("tag-all-or-none", "one resource of two is full", ChangeChecks::allOrNone),
        Check.writes(
            "error.TOO_MANY_TAGS_ON_RESOURCE", "one tag too many", ChangeChecks::oneTooMany),
        Check.writes("untag-keys", "keys, whatever All says", ChangeChecks::untagKeys),
        Check.writes("untag-all", "All=true", ChangeChecks::untagAll),
        Check.writes("untag-all", "All=true without tags", ChangeChecks::untagNone),
        Check.writes("untag-nothing", "neither keys nor All", ChangeChecks::untagNothing),
        Check.writes("escapes", "odd characters come back", ChangeChecks::oddCharacters));
  }

  private static void overwrite(Session s) {
    String id = s.world().fresh();
    String key = s.world().key("Over");
    s.succeed(s.tag(id).tag(1, key, "old").tag(2, key + "2", "kept"));
    s.succeed(s.tag(id).tag(1, key, "new"));
    s.expectRows(s.list().id(id), s.row(id, key, "new"), s.row(id, key + "2", "kept"));
  }

  /** A resource with as many tags as it may carry. */
  private static String full(Session s) {
    String id = s.world().fresh();
    VerifyRequest ask = s.tag(id);
    for (int n = 1; n <= s.family().limits().tagsPerResource(); n++) {
      ask = ask.tag(n, s.world().key("Full" + n), "x");
    }
    s.succeed(ask);
    return id;
  }

  private static void allOrNone(Session s) {
    String empty = s.world().fresh();
    String full = full(s);
    Reply reply = s.send(s.tag(empty, full).tag(1, s.world().key("More"), "x"));
    s.observe("an error", reply.outcome(), reply.code() != null);
    s.expectRows(s.list().id(empty));
  }

  private static void oneTooMany(Session s) {
    String full = full(s);
    s.succeed(s.tag(full).tag(1, s.world().key("Full1"), "changed"));
    s.expectError(
        s.tag(full).tag(1, s.world().key("More"), "x"),
        s.error(Situation.TOO_MANY_TAGS_ON_RESOURCE));
  }

  private static String withTwo(Session s) {
    String id = s.world().fresh();
    s.succeed(s.tag(id).tag(1, s.world().key("U1"), "1").tag(2, s.world().key("U2"), "2"));
    return id;
  }

  private static void untagKeys(Session s) {
    String id = withTwo(s);
    VerifyRequest ask = s.untag(id).with("TagKey.1", s.world().key("U1")).with("All", "true");
    s.succeed(ask);
    s.expectRows(s.list().id(id), s.row(id, s.world().key("U2"), "2"));
  }

  private static void untagAll(Session s) {
    String id = withTwo(s);
    s.succeed(s.untag(id).with("All", "true"));
    s.expectRows(s.list().id(id));
  }

  private static void untagNone(Session s) {
    String id = withTwo(s);
    s.succeed(s.untag(id).with("All", "true"));
    s.expect("200", s.send(s.untag(id).with("All", "true")).outcome());
  }

  private static void untagNothing(Session s) {
    String id = withTwo(s);
    s.expect("200", s.send(s.untag(id)).outcome());
    s.expect("200", s.send(s.untag(id).with("All", "false")).outcome());
    s.expectRows(
        s.list().id(id), s.row(id, s.world().key("U1"), "1"), s.row(id, s.world().key("U2"), "2"));
  }

  private static void oddCharacters(Session s) {
    String id = s.world().fresh();
    String key = s.world().key("Odd" + s.format());
    String value = "a b+c&d=e%20~*()'\"<>é中文😀";
    s.succeed(s.tag(id).tag(1, key, value));
    s.expectRows(s.list().id(id), s.row(id, key, value));
    s.expectRows(s.list().tag(1, key, value), s.row(id, key, value));
  }
}
