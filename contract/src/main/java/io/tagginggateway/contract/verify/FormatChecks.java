package io.tagginggateway.contract.verify;

import io.tagginggateway.core.request.Format;
import java.util.List;
import java.util.Locale;

/** Which format an answer has. */
final class FormatChecks {
  private FormatChecks() {}

  static List<Check> checks() {
    return List.of(
        Check.lists("default-format", "no Format and no Accept", FormatChecks::defaultFormat)
            .only(Format.JSON),
        Check.lists("format-choice", "Format in lower case", FormatChecks::lowerFormat),
        Check.lists("format-choice", "Accept without Format", FormatChecks::accept),
        Check.lists("format-choice", "Format before Accept", FormatChecks::formatFirst));
  }

  private static void defaultFormat(Session s) {
    Reply reply = s.send(s.list().id(s.world().nobody()).in(null));
    s.expect(s.product().defaultFormat(), reply.format());
  }

  private static void lowerFormat(Session s) {
    String lower = s.format().name().toLowerCase(Locale.ROOT);
    s.expect(s.format(), s.send(s.list().id(s.world().nobody()).with("Format", lower)).format());
  }

  private static void accept(Session s) {
    VerifyRequest ask = s.list().id(s.world().nobody()).in(null);
    String type = s.format() == Format.JSON ? "application/json" : "application/xml";
    s.expect(s.format(), s.send(ask.header("accept", type)).format());
    s.expect(s.format(), s.send(ask.without("ResourceId.1").header("accept", type)).format());
  }

  private static void formatFirst(Session s) {
    String other = s.format() == Format.JSON ? "application/xml" : "application/json";
    VerifyRequest ask = s.list().id(s.world().nobody()).header("accept", other);
    s.expect(s.format(), s.send(ask).format());
  }
}
