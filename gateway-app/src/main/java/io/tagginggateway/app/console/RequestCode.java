package io.tagginggateway.app.console;

import io.tagginggateway.app.host.HostNames;
import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.app.journal.KeptParameters;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request as code to copy. */
final class RequestCode {
  /**
   * What belongs to one signature and would be refused with another, or is no business parameter.
   */
  private static final Set<String> OF_SIGNATURE =
      Set.of(
          "signature",
          "signaturenonce",
          "signaturemethod",
          "signatureversion",
          "signaturetype",
          "timestamp",
          "securitytoken",
          "accesskeyid");

  /** What says how to call, and not for what. */
  private static final Set<String> COMMON = Set.of("action", "version", "format", "regionid");

  private RequestCode() {}

  /** A command that asks the same without a signature, which lenient mode answers. */
  static String curl(JournalEntry entry, String base) {
    StringBuilder command = new StringBuilder("curl " + how(entry.method()));
    command.append(Texts.shell(base + entry.path()));
    if (!entry.host().isEmpty() && !entry.host().equals(host(base))) {
      command.append(" \\\n  --header ").append(Texts.shell("Host: " + entry.host()));
    }
    boolean[] named = new boolean[2];
    entry
        .parameters()
        .forEach(
            (name, value) -> {
              named[0] |= name.equalsIgnoreCase("Action");
              named[1] |= name.equalsIgnoreCase("AccessKeyId");
              if (!OF_SIGNATURE.contains(name.toLowerCase(Locale.ROOT))
                  || name.equalsIgnoreCase("AccessKeyId")) {
                add(command, name, value);
              }
            });
    if (!named[0] && entry.action() != null) {
      add(command, "Action", entry.action());
    }
    if (!named[1] && entry.accessKeyId() != null) {
      add(command, "AccessKeyId", entry.accessKeyId());
    }
    return command.toString();
  }

  /** Where curl puts the parameters: a POST has them in a form. */
  private static String how(String method) {
    return switch (method) {
      case "GET" -> "--get ";
      case "POST" -> "";
      default -> "--get --request " + Texts.word(method) + " ";
    };
  }

  private static String host(String base) {
    return HostNames.normalize(base.substring(base.indexOf("//") + 2));
  }

  private static void add(StringBuilder command, String name, String value) {
    command.append(" \\\n  --data-urlencode ").append(Texts.shell(name + "=" + value));
  }

  /** An expectation of the JUnit testkit: that one request with the same parameters was sent. */
  static String junit(JournalEntry entry) {
    StringBuilder code = new StringBuilder("gateway.verify(\n    1,\n    " + match(entry.action()));
    if (entry.product() != null) {
      code.append("\n        .product(" + quoted(entry.product()) + ")");
    }
    entry
        .parameters()
        .forEach(
            (name, value) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (!COMMON.contains(lower)
                  && !OF_SIGNATURE.contains(lower)
                  && !name.equals(KeptParameters.CUT)) {
                code.append("\n        .parameter(" + quoted(name) + ", " + quoted(value) + ")");
              }
            });
    return code.append(");").toString();
  }

  private static String match(@Nullable String action) {
    if (action == null) {
      return "anyRequest()";
    }
    return switch (action) {
      case "ListTagResources" -> "listTagResources()";
      case "TagResources" -> "tagResources()";
      case "UntagResources" -> "untagResources()";
      default -> "operation(" + quoted(action) + ")";
    };
  }

  /** A text as a literal of Java. */
  private static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c < ' ') {
        literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
