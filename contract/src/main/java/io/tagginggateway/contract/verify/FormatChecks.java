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
        Check.lists("format-choice", "Format in lower case", FormatChecks::lowerFormat)
            .after(Bases.FORMAT),
        Check.lists("format-choice", "Accept without Format", FormatChecks::accept)
            .after(Bases.FORMAT),
        Check.lists("format-choice", "Format before Accept", FormatChecks::formatFirst)
            .after(Bases.FORMAT));
  }

  private static void defaultFormat(Session s) {
    s.expect(s.product().defaultFormat(), s.send(s.some().in(null)).format());
  }

  private static void lowerFormat(Session s) {
    String lower = s.format().name().toLowerCase(Locale.ROOT);
    s.expect(s.format(), s.send(s.some().in(null).with("Format", lower)).format());
  }

  private static void accept(Session s) {
    String type = s.format() == Format.JSON ? "application/json" : "application/xml";
    s.expect(s.format(), s.send(s.some().in(null).header("accept", type)).format());
    s.expect(s.format(), s.send(s.list().in(null).header("accept", type)).format());
  }

  private static void formatFirst(Session s) {
    String other = s.format() == Format.JSON ? "application/xml" : "application/json";
    VerifyRequest ask = s.some().in(null).with("Format", s.format().name()).header("accept", other);
    s.expect(s.format(), s.send(ask).format());
  }
}
