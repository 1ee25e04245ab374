package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.RuleIds;
import io.tagginggateway.contract.Situations;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The error table of one trio, a row for each operation that can meet it. */
final class ErrorChecks {
  static final String CONTROL = "a\u0001b";
  static final String NO_TOKEN = "neverIssued";
  private static final int TOO_LONG_ID = 257;

  private ErrorChecks() {}

  static List<Check> checks(TagFamily family) {
    List<Check> checks = new ArrayList<>();
    for (Situation situation : Situation.values()) {
      for (Kind kind : Situations.met(situation, family)) {
        if (family.errors().find(situation, kind) != null && canBeProvoked(situation)) {
          checks.add(check(family, situation, kind));
        }
      }
    }
    if (family.parameters().token() != null) {
      checks.add(
          Check.writes(
                  RuleIds.of(Situation.BAD_NEXT_TOKEN), "of another query", ErrorChecks::otherQuery)
              .after(Bases.ERROR, Bases.BY_KEY));
    }
    return checks;
  }

  /** Whether resources must be declared depends on the configuration of the endpoint. */
  private static boolean canBeProvoked(Situation situation) {
    return situation != Situation.RESOURCE_NOT_FOUND;
  }

  private static Check check(TagFamily family, Situation situation, Kind kind) {
    String name = Objects.requireNonNull(family.names().get(kind));
    Check.Script script = s -> provoke(s, situation, kind);
    Check check =
        kind == Kind.LIST
            ? Check.lists(RuleIds.of(situation), name, script)
            : Check.writes(RuleIds.of(situation), name, script);
    return check.after(Bases.ERROR, Bases.ERROR_FORMAT);
  }

  private static void provoke(Session s, Situation situation, Kind kind) {
    ApiError error = s.error(situation, kind);
    for (VerifyRequest wrong : wrong(s, situation, kind)) {
      s.expectError(wrong, error);
    }
    if (situation == Situation.MISSING_PARAMETER) {
      for (String name : Situations.further(s.family().parameterNames().get(kind), kind)) {
        s.expectError(complete(s, kind).without(name), Errors.about(error, name));
      }
    }
  }

  /** Requests that break the rule of a situation and no other rule. */
  private static List<VerifyRequest> wrong(Session s, Situation situation, Kind kind) {
    VerifyRequest good = complete(s, kind);
    VerifyRequest bare = s.ask(kind);
    return switch (situation) {
      case NO_RESOURCE_TYPE -> List.of(good.withoutType(), good.type(""));
      case UNKNOWN_RESOURCE_TYPE -> List.of(good.type("Nothing"));
      case MISSING_PARAMETER, RESOURCE_NOT_FOUND -> List.of();
      case TOO_MANY_RESOURCE_IDS -> List.of(tooManyIds(s, kind));
      case TOO_MANY_TAGS -> List.of(kind == Kind.UNTAG ? tooManyKeys(s) : tooManyTags(s, kind));
      case TOO_MANY_KEYS -> List.of(tooManyKeys(s));
      case NO_RESOURCE_IDS_NOR_TAGS -> List.of(bare);
      case NO_RESOURCE_IDS ->
          List.of(
              switch (kind) {
                case LIST -> bare;
                case TAG -> bare.tag(1, "k", "v");
                case UNTAG -> removingAll(bare);
              });
      case NO_TAGS -> List.of(s.tag(s.world().nobody()));
      case BAD_RESOURCE_ID -> List.of(with(s, bare.id("r".repeat(TOO_LONG_ID)), kind));
      case DUPLICATE_RESOURCE_ID ->
          List.of(
              with(s, bare.ids(List.of("same", "same")), kind),
              with(s, bare.ids(List.of("same", "", "same")), kind));
      case VALUE_WITHOUT_KEY -> List.of(target(s, kind).valueAlone(1, "v"));
      case DUPLICATE_KEY -> List.of(keyed(s, kind, s.world().key("Same"), s.world().key("Same")));
      case BAD_KEY -> List.of(keyed(s, kind, tooLongKey(s, kind)));
      case BAD_VALUE -> List.of(target(s, kind).tag(1, s.world().key("Value"), tooLongValue(s)));
      case KEYS_AND_ALL -> List.of(keyed(s, kind, s.world().key("Both")).all(true));
      case NEITHER_KEYS_NOR_ALL -> List.of(target(s, kind));
      case BAD_PAGE_SIZE -> badSizes(s);
      case BAD_NEXT_TOKEN -> badTokens(s);
      case TOO_MANY_TAGS_ON_RESOURCE -> List.of(oneTooMany(s));
    };
  }

  /** A request that nothing is wrong with. */
  private static VerifyRequest complete(Session s, Kind kind) {
    return with(s, target(s, kind), kind);
  }

  private static VerifyRequest target(Session s, Kind kind) {
    return s.ask(kind).id(s.world().nobody());
  }

  private static VerifyRequest with(Session s, VerifyRequest ask, Kind kind) {
    return switch (kind) {
      case LIST -> ask;
      case TAG -> ask.tag(1, s.world().key("Wrong"), "v");
      case UNTAG ->
          s.family().parameterNames().untag().keys() == null
              ? removingAll(ask)
              : ask.removing(1, s.world().key("Wrong"));
    };
  }

  private static VerifyRequest removingAll(VerifyRequest ask) {
    return ask.names().all() == null ? ask.removing(1, "k") : ask.all(true);
  }

  private static VerifyRequest keyed(Session s, Kind kind, String... keys) {
    VerifyRequest ask = target(s, kind);
    for (int n = 1; n <= keys.length; n++) {
      String key = keys[n - 1];
      ask =
          switch (kind) {
            case LIST -> ask.key(n, key);
            case TAG -> ask.tag(n, key, "v");
            case UNTAG -> ask.removing(n, key);
          };
    }
    return ask;
  }

  static VerifyRequest tooManyIds(Session s, Kind kind) {
    VerifyRequest ask = s.ask(kind);
    for (int n = 0; n <= s.family().limits().ids().get(kind); n++) {
      ask = ask.id(n + 1, "r" + n);
    }
    return with(s, ask, kind);
  }

  private static VerifyRequest tooManyTags(Session s, Kind kind) {
    VerifyRequest ask = target(s, kind);
    for (int n = 0; n <= s.family().limits().tags().get(kind); n++) {
      ask = ask.tag(n + 1, s.world().key("T" + n), "v");
    }
    return ask;
  }

  private static VerifyRequest tooManyKeys(Session s) {
    VerifyRequest ask = target(s, Kind.UNTAG);
    for (int n = 0; n <= s.family().limits().keys(); n++) {
      ask = ask.removing(n + 1, s.world().key("T" + n));
    }
    return ask;
  }

  static String tooLongKey(Session s, Kind kind) {
    return "k".repeat(s.family().texts().key(kind).max() + 1);
  }

  private static String tooLongValue(Session s) {
    return "v".repeat(s.family().texts().value().max() + 1);
  }

  private static List<VerifyRequest> badSizes(Session s) {
    List<VerifyRequest> wrong = new ArrayList<>();
    int tooMany = s.family().paging().maxSize() + 1;
    for (String sent : List.of("0", "-1", "1.5", "x", String.valueOf(tooMany))) {
      wrong.add(target(s, Kind.LIST).pageSize(sent));
    }
    return wrong;
  }

  /** What ends a list is no token to go on with, if it is not empty. */
  private static List<VerifyRequest> badTokens(Session s) {
    List<VerifyRequest> wrong = new ArrayList<>();
    wrong.add(target(s, Kind.LIST).token(NO_TOKEN));
    wrong.add(target(s, Kind.LIST).token("-1"));
    return wrong;
  }

  private static void otherQuery(Session s) {
    List<String> keys = s.world().keysOfMany();
    String token = WholeList.token(s, s.succeed(s.many().key(1, keys.get(0))).body());
    if (token == null) {
      throw new NotApplicable("this endpoint's pages hold more than " + s.world().many().size());
    }
    s.expectError(
        s.list().key(1, keys.get(1)).token(token), s.error(Situation.BAD_NEXT_TOKEN, Kind.LIST));
  }

  /** One tag more for a resource that has as many as it may carry. */
  private static VerifyRequest oneTooMany(Session s) {
    String full = full(s);
    s.succeed(s.tag(full).tag(1, s.world().key("Full1"), "changed"));
    return s.tag(full).tag(1, s.world().key("More"), "x");
  }

  /** A resource with as many tags as it may carry. */
  static String full(Session s) {
    String id = s.world().fresh();
    int most = s.family().limits().tagsPerResource();
    int each = s.family().limits().tags().tag();
    for (int done = 0; done < most; done += each) {
      VerifyRequest ask = s.tag(id);
      for (int n = 1; n <= Math.min(each, most - done); n++) {
        ask = ask.tag(n, s.world().key("Full" + (done + n)), "x");
      }
      s.succeed(ask);
    }
    return id;
  }
}
