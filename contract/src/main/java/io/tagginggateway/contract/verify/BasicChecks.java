package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.RowField.Meaning;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.request.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The checks that most others depend on. */
final class BasicChecks {
  private BasicChecks() {}

  static List<Check> checks(TagFamily family) {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.lists("nothing-matches", "an unknown id", BasicChecks::nobody));
    checks.add(
        Check.lists(
            "format-choice",
            "Format, of a list",
            s -> s.expect(s.format(), s.send(s.some()).format())));
    checks.add(
        Check.lists(
            "format-choice",
            "Format, of an error",
            s -> s.expect(s.format(), Errors.any(s).format())));
    for (Format format : Format.values()) {
      String name = format.name().toLowerCase(Locale.ROOT);
      checks.add(
          Check.lists("error-body-" + name, Bases.ERROR, BasicChecks::codeAndMessage)
              .only(format)
              .after(Bases.ERROR_FORMAT));
      checks.add(
          Check.writes("envelope-" + name, Bases.ROWS, BasicChecks::rowsHaveFields)
              .only(format)
              .after(Bases.FORMAT));
    }
    checks.add(
        Check.writes(Bases.BY_ID, "ids alone", BasicChecks::byId).after(Bases.FORMAT, Bases.ROWS));
    checks.add(
        Check.writes(Bases.BY_KEY, "a key alone", BasicChecks::byKey)
            .after(Bases.FORMAT, Bases.ROWS));
    return checks;
  }

  private static void nobody(Session s) {
    Reply reply = s.succeed(s.list().id(s.world().nobody()));
    s.expect("0 rows", reply.body().rows(s.names()).size() + " rows");
  }

  private static void codeAndMessage(Session s) {
    Body body = Errors.any(s).body();
    s.observe("a Code", String.valueOf(body.field("Code")), body.field("Code") != null);
    s.observe("a Message", String.valueOf(body.field("Message")), body.field("Message") != null);
  }

  /** Without rows there is nothing to see here, and the checks of lists say so. */
  private static void rowsHaveFields(Session s) {
    List<Map<String, String>> rows =
        s.succeed(s.list().id(s.world().a())).body().rowFields(s.names());
    for (Map<String, String> row : rows) {
      for (Meaning meaning : List.of(Meaning.RESOURCE_ID, Meaning.KEY, Meaning.VALUE)) {
        String name = s.rowField(meaning);
        s.observe("a row with " + name, "a row with " + row.keySet(), row.containsKey(name));
      }
    }
  }

  private static void byId(Session s) {
    TestResources w = s.world();
    if (s.mostIds() < 2) {
      s.expectRows(
          s.list().id(w.a()), s.row(w.a(), w.key("One"), "x"), s.row(w.a(), w.key("Two"), "y"));
      return;
    }
    s.expectRows(
        s.list().ids(List.of(w.a(), w.c())),
        s.row(w.a(), w.key("One"), "x"),
        s.row(w.a(), w.key("Two"), "y"),
        s.row(w.c(), w.key("One"), "other"),
        s.row(w.c(), w.key("Two"), "y"));
  }

  private static void byKey(Session s) {
    TestResources w = s.world();
    s.expectResources(s.filtered().key(1, w.key("One")), w.a(), w.b(), w.c());
  }
}
