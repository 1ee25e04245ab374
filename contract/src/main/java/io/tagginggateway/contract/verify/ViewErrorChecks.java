package io.tagginggateway.contract.verify;

import io.tagginggateway.contract.RuleIds;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.product.ViewOperation.Kind;
import io.tagginggateway.core.product.ViewSituation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks of the error table of a view: one for each situation and operation that can answer its
 * error.
 */
final class ViewErrorChecks {
  private ViewErrorChecks() {}

  static List<ViewCheck> checks(List<ViewOperation> operations) {
    List<ViewCheck> checks = new ArrayList<>();
    for (ViewSituation situation : ViewSituation.values()) {
      for (ViewOperation operation : operations) {
        if (situation.kinds().contains(operation.kind()) && isSent(situation)) {
          checks.add(
              new ViewCheck(
                  RuleIds.of(situation),
                  operation.name(),
                  !operation.reads(),
                  s -> check(s, situation, operation)));
        }
      }
    }
    return checks;
  }

  /** These two depend on a resource's own product, and on how the endpoint is set. */
  private static boolean isSent(ViewSituation situation) {
    return situation != ViewSituation.TOO_MANY_TAGS_ON_RESOURCE
        && situation != ViewSituation.RESOURCE_NOT_FOUND;
  }

  static void noRegion(ViewSession s) {
    ApiError missing = s.missingRegion();
    if (missing == null) {
      throw new NotApplicable("the region may be left out");
    }
    s.expectError(s.ask(Kind.LIST).without("RegionId"), missing);
  }

  private static void check(ViewSession s, ViewSituation situation, ViewOperation operation) {
    VerifyRequest wrong = wrong(s, situation, operation.kind());
    if (wrong == null) {
      throw new NotApplicable("no request gets into it");
    }
    s.expectError(wrong, operation.error(situation));
  }

  /** A request that breaks this rule and none before it. */
  private static @Nullable VerifyRequest wrong(ViewSession s, ViewSituation situation, Kind kind) {
    TagView.Parameters names = s.names();
    TagView.Limits limits = s.view().limits();
    String own = s.resource("a");
    return switch (situation) {
      case NO_ARNS -> complete(s, kind);
      case TOO_MANY_ARNS -> {
        String[] arns = new String[limits.arns() + 1];
        for (int i = 0; i < arns.length; i++) {
          arns[i] = s.resource("nobody" + i);
        }
        yield complete(s, kind, arns);
      }
      case BAD_ARN -> complete(s, kind, "tgv");
      case OTHER_ACCOUNT -> complete(s, kind, s.resources().arn("*", "7", "tgv"));
      case OTHER_REGION -> complete(s, kind, s.resources().arn("tgv-9", "*", "tgv"));
      case UNKNOWN_SERVICE -> complete(s, kind, "arn:acs:tgvtoys:*:*:instance/tgv");
      case UNKNOWN_TYPE ->
          kind == Kind.KEYS || kind == Kind.VALUES
              ? complete(s, kind)
                  .with(names.type(), "ALIYUN::" + s.resources().service() + "::TGVTOY")
              : complete(s, kind, "arn:acs:" + s.resources().service() + ":*:*:tgvtoy/tgv");
      case BAD_TAGS -> s.arns(kind, own).with(names.tags(), "[\"tgv\"]");
      case NO_KEY -> kind == Kind.UNTAG ? s.arns(kind, own) : s.ask(kind);
      case TOO_MANY_TAGS -> tooMany(s, kind);
      case DUPLICATE_KEY ->
          kind == Kind.UNTAG
              ? s.untag("tgv", own).with(names.keys() + ".2", "tgv")
              : s.arns(kind, own).with(names.tags(), "{\"tgv\":\"1\",\"tgv\":\"2\"}");
      case SYSTEM_KEY -> s.untag("acs:tgv", own);
      case BAD_KEY -> withKey(s, kind, "k".repeat(s.view().key().max() + 1));
      case BAD_VALUE ->
          s.arns(kind, own)
              .with(names.tags(), "{\"tgv\":\"" + "v".repeat(s.view().value().max() + 1) + "\"}");
      case BAD_CATEGORY -> s.ask(kind).with(names.category(), "Tgv");
      case BAD_QUERY_TYPE -> complete(s, kind).with(names.query(), "Tgv");
      case BAD_FUZZY_TYPE -> complete(s, kind).with(names.fuzzy(), "Tgv");
      case PRESET_KEY_NOT_FOUND -> complete(s, kind).with(names.query(), "MetaTag");
      case BAD_PAGE_SIZE ->
          complete(s, kind).with(names.pageSize(), "" + (s.view().paging().maxSize() + 1));
      case BAD_NEXT_TOKEN -> complete(s, kind).with(names.token(), "tgv");
      case TOO_MANY_TAGS_ON_RESOURCE, RESOURCE_NOT_FOUND -> null;
    };
  }

  /** A request with all that its operation needs beside resources. */
  private static VerifyRequest complete(ViewSession s, Kind kind, String... arns) {
    VerifyRequest ask = s.arns(kind, arns);
    return switch (kind) {
      case LIST, KEYS -> ask;
      case TAG -> ask.with(s.names().tags(), "{\"tgv\":\"v\"}");
      case UNTAG -> ask.with(s.names().keys() + ".1", "tgv");
      case VALUES -> ask.with(s.names().key(), "tgv");
    };
  }

  private static VerifyRequest withKey(ViewSession s, Kind kind, String key) {
    return switch (kind) {
      case UNTAG -> s.untag(key, s.resource("a"));
      case VALUES -> s.ask(kind).with(s.names().key(), key);
      case LIST, TAG, KEYS ->
          s.arns(kind, s.resource("a")).with(s.names().tags(), "{\"" + key + "\":\"v\"}");
    };
  }

  private static VerifyRequest tooMany(ViewSession s, Kind kind) {
    VerifyRequest ask = s.arns(kind, s.resource("a"));
    StringBuilder tags = new StringBuilder("{");
    for (int i = 0; i <= s.view().limits().keys() && kind == Kind.UNTAG; i++) {
      ask = ask.with(s.names().keys() + "." + (i + 1), "tgv" + i);
    }
    for (int i = 0; i <= s.view().limits().tags(); i++) {
      tags.append(i == 0 ? "" : ",").append("\"tgv").append(i).append("\":\"v\"");
    }
    return kind == Kind.UNTAG ? ask : ask.with(s.names().tags(), tags + "}");
  }
}
