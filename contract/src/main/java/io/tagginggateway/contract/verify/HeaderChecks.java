package io.tagginggateway.contract.verify;

import io.tagginggateway.core.product.AnswerField.Meaning;
import io.tagginggateway.core.request.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What every answer has, whatever the operation. */
final class HeaderChecks {
  private static final String XML_START = "<?xml version='1.0' encoding='UTF-8'?><";
  private static final String UUID = "[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}";

  private HeaderChecks() {}

  private interface Judge {
    void judge(Session session, Reply reply);
  }

  static List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    both(checks, "content-type", HeaderChecks::contentType);
    both(checks, "request-id", HeaderChecks::requestId);
    both(checks, "response-headers", HeaderChecks::headers);
    both(checks, "xml-frame", HeaderChecks::frame);
    for (Format format : Format.values()) {
      String rule = "error-body-" + format.name().toLowerCase(Locale.ROOT);
      checks.add(
          Check.lists(rule, "an error has its body", HeaderChecks::errorBody)
              .only(format)
              .after(Bases.ERROR_FORMAT, Bases.ERROR));
    }
    checks.add(
        Check.lists("host-id", "an error names the host", HeaderChecks::hostId)
            .after(Bases.ERROR_FORMAT, Bases.ERROR, "error-body-json", "error-body-xml"));
    return checks;
  }

  private static void both(List<Check> checks, String rule, Judge judge) {
    Check list =
        Check.lists(rule, "of a list", s -> judge.judge(s, s.send(s.some()))).after(Bases.FORMAT);
    Check error =
        Check.lists(rule, "of an error", s -> judge.judge(s, Errors.any(s)))
            .after(Bases.ERROR_FORMAT);
    boolean xml = rule.startsWith("xml");
    checks.add(xml ? list.only(Format.XML) : list);
    checks.add(xml ? error.only(Format.XML) : error);
  }

  private static void contentType(Session s, Reply reply) {
    s.expect(s.format().contentType(), reply.header("content-type"));
  }

  private static void requestId(Session s, Reply reply) {
    String id = String.valueOf(reply.body().field(reply.isError() ? "RequestId" : name(s)));
    s.observe("an upper-case UUID", id, id.matches(UUID));
    s.expect("x-acs-request-id " + id, "x-acs-request-id " + reply.header("x-acs-request-id"));
  }

  private static String name(Session s) {
    String name = s.names().values().get(Meaning.REQUEST_ID);
    if (name == null) {
      throw new NotApplicable("a list's answer has no request id");
    }
    return name;
  }

  private static void headers(Session s, Reply reply) {
    String trace = reply.header("x-acs-trace-id");
    s.observe("x-acs-trace-id of 32 hexadecimal digits", trace, trace.matches("[0-9a-f]{32}"));
    s.expect("*", reply.header("access-control-allow-origin"));
    s.expect("*", reply.header("access-control-expose-headers"));
    s.observe("a date", reply.header("date"), !reply.header("date").equals("none"));
    String length = reply.header("content-length");
    s.observe("a content-length", length, !length.equals("none"));
    s.expect("server none", "server " + reply.header("server"));
  }

  private static void frame(Session s, Reply reply) {
    String text = reply.text();
    String start = text.substring(0, Math.min(XML_START.length(), text.length()));
    s.expect(XML_START, start);
    s.observe("no white space between elements", text, !text.matches("(?s).*>\\s+<.*"));
  }

  private static void errorBody(Session s) {
    Body expected = Expected.error(s.format());
    Body got = Errors.any(s).body();
    s.expect(
        "root " + expected.root() + " " + expected.shape(),
        "root " + got.root() + " " + got.shape());
  }

  private static void hostId(Session s) {
    s.expect(s.host().toLowerCase(Locale.ROOT), Errors.any(s).body().field("HostId"));
  }
}
