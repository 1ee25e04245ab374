package io.tagginggateway.contract.verify;

import io.tagginggateway.core.request.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How answers look. */
final class EnvelopeChecks {
  private static final String XML_START = "<?xml version='1.0' encoding='UTF-8'?><";
  private static final String UUID = "[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}";

  private EnvelopeChecks() {}

  static List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    for (Format format : Format.values()) {
      String name = format.name().toLowerCase(Locale.ROOT);
      checks.add(
          Check.writes("envelope-" + name, "a list has its envelope", EnvelopeChecks::envelope)
              .only(format));
      checks.add(
          Check.writes("field-order-" + name, "a list has its order", EnvelopeChecks::order)
              .only(format));
      checks.add(
          Check.lists("error-body-" + name, "an error has its body", EnvelopeChecks::error)
              .only(format));
    }
    checks.add(Check.lists("empty-list", "an empty list has its envelope", EnvelopeChecks::empty));
    checks.add(Check.lists("end-token", "an empty list ends", EnvelopeChecks::end));
    checks.add(Check.writes("end-token", "a list of many pages ends", EnvelopeChecks::manyEnd));
    checks.add(Check.lists("content-type", "the type of a list", s -> contentType(s, nobody(s))));
    checks.add(Check.lists("content-type", "the type of an error", s -> contentType(s, s.list())));
    checks.add(Check.lists("request-id", "of a list", s -> requestId(s, nobody(s))));
    checks.add(Check.lists("request-id", "of an error", s -> requestId(s, s.list())));
    checks.add(Check.lists("response-headers", "of a list", s -> headers(s, nobody(s))));
    checks.add(Check.lists("response-headers", "of an error", s -> headers(s, s.list())));
    checks.add(Check.lists("xml-frame", "of a list", s -> frame(s, nobody(s))).only(Format.XML));
    checks.add(Check.lists("xml-frame", "of an error", s -> frame(s, s.list())).only(Format.XML));
    checks.add(Check.lists("host-id", "an error names the host", EnvelopeChecks::hostId));
    checks.add(Check.writes("change-body", "TagResources", s -> change(s, tagged(s))));
    checks.add(Check.writes("change-body", "UntagResources", s -> change(s, untagged(s))));
    return checks;
  }

  private static VerifyRequest nobody(Session s) {
    return s.list().id(s.world().nobody());
  }

  private static VerifyRequest tagged(Session s) {
    return s.tag(s.world().fresh()).tag(1, s.world().key("Body"), "x");
  }

  private static VerifyRequest untagged(Session s) {
    return s.untag(s.world().fresh()).with("All", "true");
  }

  private static void envelope(Session s) {
    sameShape(s, Expected.list(s.product(), s.format()), s.succeed(s.list().id(s.world().a())));
  }

  private static void empty(Session s) {
    sameShape(s, Expected.emptyList(s.product(), s.format()), s.succeed(nobody(s)));
  }

  private static void error(Session s) {
    sameShape(s, Expected.error(s.format()), s.send(s.list()));
  }

  private static void sameShape(Session s, Body expected, Reply reply) {
    Body got = reply.body();
    List<String> expectedShape = sorted(expected.shape());
    s.expect(
        "root " + expected.root() + " " + expectedShape,
        "root " + got.root() + " " + sorted(got.shape()));
  }

  private static List<String> sorted(List<String> shape) {
    return shape.stream().sorted(Comparator.naturalOrder()).toList();
  }

  private static void order(Session s) {
    List<String> expected = Expected.list(s.product(), s.format()).shape();
    List<String> got = s.succeed(s.list().id(s.world().a())).body().shape();
    s.expect(
        expected.stream().filter(got::contains).toList(),
        got.stream().filter(expected::contains).toList());
  }

  private static void end(Session s) {
    s.expect(
        token(Expected.endToken(s.product(), s.format())),
        token(s.succeed(nobody(s)).body().field("NextToken")));
  }

  private static void manyEnd(Session s) {
    List<Body> pages = s.pages(s.list().key(1, s.world().key("Page")));
    Body last = pages.get(pages.size() - 1);
    s.expect(token(Expected.endToken(s.product(), s.format())), token(last.field("NextToken")));
  }

  private static String token(@Nullable String token) {
    return token == null ? "no NextToken" : "NextToken '" + token + "'";
  }

  private static void contentType(Session s, VerifyRequest ask) {
    s.expect(s.format().contentType(), s.send(ask).header("content-type"));
  }

  private static void requestId(Session s, VerifyRequest ask) {
    Reply reply = s.send(ask);
    String id = String.valueOf(reply.body().field("RequestId"));
    s.observe("an upper-case UUID", id, id.matches(UUID));
    s.expect("x-acs-request-id " + id, "x-acs-request-id " + reply.header("x-acs-request-id"));
  }

  private static void headers(Session s, VerifyRequest ask) {
    Reply reply = s.send(ask);
    String trace = reply.header("x-acs-trace-id");
    s.observe("x-acs-trace-id of 32 hexadecimal digits", trace, trace.matches("[0-9a-f]{32}"));
    s.expect("*", reply.header("access-control-allow-origin"));
    s.expect("*", reply.header("access-control-expose-headers"));
    s.observe("a date", reply.header("date"), !reply.header("date").equals("none"));
    String length = reply.header("content-length");
    s.observe("a content-length", length, !length.equals("none"));
    s.expect("server none", "server " + reply.header("server"));
  }

  private static void frame(Session s, VerifyRequest ask) {
    String text = s.send(ask).text();
    String start = text.substring(0, Math.min(XML_START.length(), text.length()));
    s.expect(XML_START, start);
    s.observe("no white space between elements", text, !text.matches("(?s).*>\\s+<.*"));
  }

  private static void hostId(Session s) {
    s.expect(s.host().toLowerCase(Locale.ROOT), s.send(s.list()).body().field("HostId"));
  }

  private static void change(Session s, VerifyRequest ask) {
    Body body = s.succeed(ask).body();
    String root = s.format() == Format.XML ? ask.action() + "Response" : "";
    s.expect("root " + root, "root " + body.root());
    s.expect(List.of("RequestId"), body.leaves().stream().map(BodyValue::path).toList());
  }
}
