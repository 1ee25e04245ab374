package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.AnswerField;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.request.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How the answers of one trio look. */
final class EnvelopeChecks {
  private EnvelopeChecks() {}

  static List<Check> checks(TagFamily family) {
    List<Check> checks = new ArrayList<>();
    for (Format format : Format.values()) {
      String name = format.name().toLowerCase(Locale.ROOT);
      checks.add(
          Check.writes("envelope-" + name, "a list has its envelope", EnvelopeChecks::envelope)
              .only(format)
              .after(Bases.FORMAT, Bases.BY_ID));
      checks.add(
          Check.writes("field-order-" + name, "a list has its order", EnvelopeChecks::order)
              .only(format)
              .after(Bases.FORMAT, Bases.BY_ID));
    }
    checks.add(
        Check.lists("empty-list", "an empty list has its envelope", EnvelopeChecks::empty)
            .after(Bases.FORMAT, Bases.NOBODY));
    for (Kind kind : List.of(Kind.TAG, Kind.UNTAG)) {
      String name = family.names().get(kind);
      if (name != null) {
        checks.add(Check.writes("change-body", name, s -> change(s, kind)).after(Bases.FORMAT));
      }
    }
    return checks;
  }

  /** The token has a check of its own. */
  private static void envelope(Session s) {
    Body expected = Expected.list(s.family(), s.format());
    Body got = s.succeed(s.list().id(s.world().a())).body();
    s.expect(
        "root " + expected.root() + " " + sorted(withoutToken(s, expected)),
        "root " + got.root() + " " + sorted(withoutToken(s, got)));
    expectValues(s, s.family().envelope().list(s.format()), got);
  }

  private static List<String> withoutToken(Session s, Body body) {
    String token = s.names().token();
    return body.shape().stream()
        .filter(leaf -> token == null || !leaf.matches("(.*\\.)?" + token + ":.*"))
        .toList();
  }

  /** Fields that are the same in every answer. */
  private static void expectValues(Session s, List<AnswerField> fields, Body got) {
    for (AnswerField field : fields) {
      if (field instanceof AnswerField.Constant constant) {
        BodyValue found = got.outsideRows(constant.name());
        s.expect(
            constant.name() + " " + constant.value().text(),
            constant.name() + " " + (found == null ? "none" : found.text()));
      } else if (field instanceof AnswerField.Group group) {
        expectValues(s, group.fields(), got);
      }
    }
  }

  private static List<String> sorted(List<String> shape) {
    return shape.stream().sorted(Comparator.naturalOrder()).toList();
  }

  private static void order(Session s) {
    List<String> expected = Expected.list(s.family(), s.format()).shape();
    List<String> got = s.succeed(s.list().id(s.world().a())).body().shape();
    s.expect(
        expected.stream().filter(got::contains).toList(),
        got.stream().filter(expected::contains).toList());
  }

  /** Only what holds the rows: the other fields have a check of their own. */
  private static void empty(Session s) {
    Body got = s.succeed(s.list().id(s.world().nobody())).body();
    s.expect(container(s, Expected.emptyList(s.family(), s.format())), container(s, got));
  }

  private static List<String> container(Session s, Body body) {
    String name = s.names().container();
    List<String> inside = new ArrayList<>();
    for (String leaf : body.shape()) {
      if (leaf.matches("\\Q" + name + "\\E[.\\[:].*") && !withoutRows(s, leaf)) {
        inside.add(leaf);
      }
    }
    return inside;
  }

  /** Whether a leaf beside the rows has nothing to do with them, such as Data.NextToken. */
  private static boolean withoutRows(Session s, String leaf) {
    String last = leaf.substring(leaf.lastIndexOf('.') + 1, leaf.lastIndexOf(':'));
    return s.names().values().containsValue(last);
  }

  private static void change(Session s, Kind kind) {
    VerifyRequest ask =
        kind == Kind.TAG
            ? s.tag(s.world().fresh()).tag(1, s.world().key("Body"), "x")
            : removing(s);
    Body got = s.succeed(ask).body();
    String name = Objects.requireNonNull(s.family().names().get(kind));
    Body expected = Expected.change(s.family(), kind, s.format());
    s.expect("root " + expected.root(), "root " + got.root());
    s.expect(name + " answers " + expected.shape(), name + " answers " + got.shape());
    expectValues(s, s.family().envelope().changed().get(kind), got);
  }

  private static VerifyRequest removing(Session s) {
    VerifyRequest ask = s.untag(s.world().fresh());
    return s.family().parameterNames().untag().keys() == null
        ? ask.all(true)
        : ask.removing(1, s.world().key("Body"));
  }
}
