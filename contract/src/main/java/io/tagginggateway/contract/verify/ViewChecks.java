package io.tagginggateway.contract.verify;

import static io.tagginggateway.contract.verify.ViewCheck.reads;
import static io.tagginggateway.contract.verify.ViewCheck.writes;

import io.tagginggateway.contract.verify.ViewSession.Tagged;
import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.product.ViewOperation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks of what the view does, over resources that the run has tagged. */
final class ViewChecks {
  private ViewChecks() {}

  /** All checks of a view, each after those that it depends on. */
  static List<ViewCheck> checks(List<ViewOperation> operations) {
    List<ViewCheck> checks =
        new ArrayList<>(
            List.of(
                writes("rows", "a resource with its tags", ViewChecks::rows),
                writes("arns", "region and account in full, a type in any case", ViewChecks::arns),
                writes("view-tags", "a pair that is asked for", ViewChecks::pair),
                writes("category", "of the tags of callers", ViewChecks::category),
                writes("page-limit", "one resource to a page", ViewChecks::pages),
                reads("end-token", "an empty list", ViewChecks::end),
                reads("max-arns", "as many as allowed", ViewChecks::mostArns),
                writes("keys", "each once", ViewChecks::keys),
                writes("values", "each once", ViewChecks::values),
                writes("failed", "what one product refuses", ViewChecks::failed),
                writes("untag-keys", "a key of one resource", ViewChecks::untag),
                reads("region", "no RegionId", ViewErrorChecks::noRegion)));
    checks.addAll(ViewErrorChecks.checks(operations));
    return checks;
  }

  /** Tags what the checks look at; false if the endpoint refuses. */
  static boolean prepare(ViewSession s) {
    String pair = "{\"" + s.key("one") + "\":\"x\",\"" + s.key("two") + "\":\"y\"}";
    return !s.send(s.tag(pair, s.resource("a"), s.resource("b"))).isError()
        && !s.send(s.tag("{\"" + s.key("one") + "\":\"z\"}", s.otherResource("c"))).isError();
  }

  /** Takes away what the run tagged; tells how many requests failed. */
  static int remove(ViewSession s) {
    int failed = 0;
    for (String key : List.of(s.key("one"), s.key("two"), s.refusedKey())) {
      VerifyRequest ask = s.untag(key, s.resource("a"), s.resource("b"), s.otherResource("c"));
      failed += s.send(ask).isError() ? 1 : 0;
    }
    return failed;
  }

  private static String shown(ViewSession s, String id, String key, String value) {
    return s.id(id) + " " + s.key(key) + "=" + value;
  }

  private static void rows(ViewSession s) {
    s.expect(
        List.of(shown(s, "a", "one", "x"), shown(s, "a", "two", "y")),
        s.listed(s.arns(Kind.LIST, s.resource("a"))));
  }

  private static void arns(ViewSession s) {
    Tagged found = s.tagged(s.succeed(s.arns(Kind.LIST, s.resource("a")))).get(0);
    String[] parts = found.arn().split(":", -1);
    s.expect(s.region(), parts[3]);
    s.expect("a whole account", parts[4].isEmpty() ? "none" : "a whole account");
    ViewResources used = s.resources();
    String spelled =
        "arn:acs:"
            + used.service().toUpperCase(Locale.ROOT)
            + ":"
            + parts[3]
            + ":"
            + parts[4]
            + ":"
            + used.type().toUpperCase(Locale.ROOT)
            + "/"
            + s.id("a");
    s.expect(
        List.of(shown(s, "a", "one", "x"), shown(s, "a", "two", "y")),
        s.listed(s.arns(Kind.LIST, spelled)));
  }

  private static void pair(ViewSession s) {
    String json = "{\"" + s.key("one") + "\":\"z\"}";
    s.expect(
        List.of(shown(s, "c", "one", "z")),
        s.listed(s.ask(Kind.LIST).with(s.names().tags(), json)));
  }

  private static void category(ViewSession s) {
    VerifyRequest ask = s.arns(Kind.LIST, s.otherResource("c"));
    String name = s.names().category();
    s.expect("Custom", s.tagged(s.succeed(ask)).get(0).category());
    s.expect(List.of(shown(s, "c", "one", "z")), s.listed(ask.with(name, "Custom")));
    s.expect(List.of(), s.listed(ask.with(name, "System")));
  }

  private static void pages(ViewSession s) {
    VerifyRequest ask =
        s.arns(Kind.LIST, s.resource("a"), s.resource("b"), s.otherResource("c"))
            .with(s.names().pageSize(), "1");
    List<Body> pages = s.pages(ask);
    s.expect("3 pages", pages.size() + " pages");
    List<String> ids = new ArrayList<>();
    for (Body page : pages) {
      s.expect(1L, s.tagged(page).stream().map(Tagged::arn).distinct().count());
      ids.add(s.tagged(page).get(0).id());
    }
    s.expect(List.of(s.id("a"), s.id("b"), s.id("c")), ids.stream().sorted().toList());
  }

  private static void end(ViewSession s) {
    Body body = s.succeed(s.arns(Kind.LIST, s.resource("nobody")));
    s.expect(
        "an empty NextToken",
        "".equals(body.field("NextToken")) ? "an empty NextToken" : "another");
  }

  private static void mostArns(ViewSession s) {
    String[] arns = new String[s.view().limits().arns()];
    for (int i = 0; i < arns.length; i++) {
      arns[i] = s.resource("nobody" + i);
    }
    s.expect(List.of(), s.listed(s.arns(Kind.LIST, arns)));
  }

  private static void keys(ViewSession s) {
    TagView.Names fields = s.view().names();
    VerifyRequest ask = s.ask(Kind.KEYS).with(s.names().keyFilter(), s.key("one"));
    List<String> found = new ArrayList<>();
    for (Body page : s.pages(ask)) {
      found.addAll(ViewSession.at(page, fields.keys() + "." + fields.key() + ".Key"));
    }
    s.expect(List.of(s.key("one")), found);
  }

  private static void values(ViewSession s) {
    TagView.Names fields = s.view().names();
    List<String> found = new ArrayList<>();
    for (Body page : s.pages(s.ask(Kind.VALUES).with(s.names().key(), s.key("one")))) {
      found.addAll(ViewSession.at(page, fields.values() + "." + fields.value()));
    }
    s.expect(List.of("x", "z"), found.stream().sorted().toList());
  }

  private static void failed(ViewSession s) {
    TagView.Names fields = s.view().names();
    String key = s.refusedKey();
    Body body = s.succeed(s.tag("{\"" + key + "\":\"v\"}", s.resource("b"), s.otherResource("c")));
    String failure = fields.failed() + "." + fields.failure() + ".";
    s.expect(List.of(s.resource("b")), ViewSession.at(body, failure + fields.arn()));
    s.expect(1, ViewSession.at(body, failure + "Result.Code").size());
    s.expect(1, ViewSession.at(body, failure + "Result.Message").size());
    s.expect(
        List.of(s.id("c") + " " + key + "=v", shown(s, "c", "one", "z")),
        s.listed(s.arns(Kind.LIST, s.otherResource("c"))));
    s.succeed(s.untag(key, s.otherResource("c")));
  }

  private static void untag(ViewSession s) {
    VerifyRequest ask = s.arns(Kind.LIST, s.resource("a"));
    s.succeed(s.untag(s.key("two"), s.resource("a")));
    s.expect(List.of(shown(s, "a", "one", "x")), s.listed(ask));
    s.succeed(s.tag("{\"" + s.key("two") + "\":\"y\"}", s.resource("a")));
    s.expect(List.of(shown(s, "a", "one", "x"), shown(s, "a", "two", "y")), s.listed(ask));
  }
}
