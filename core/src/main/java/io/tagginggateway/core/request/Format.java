package io.tagginggateway.core.request;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two formats of an answer, with the content types that official clients insist on. */
public enum Format {
  /** JSON. */
  JSON("application/json;charset=utf-8"),
  /** XML. */
  XML("text/xml;charset=utf-8");

  private final String contentType;

  Format(String contentType) {
    this.contentType = contentType;
  }

  /** The exact Content-Type: Tea clients parse an XML error only under this spelling. */
  public String contentType() {
    return contentType;
  }

  /** The format of a {@code Format} parameter in any case, or null if it names none. */
  public static @Nullable Format ofParameter(String value) {
    if (value.equalsIgnoreCase("JSON")) {
      return JSON;
    }
    return value.equalsIgnoreCase("XML") ? XML : null;
  }

  /** The format that an {@code Accept} header names first, or null if it names none. */
  public static @Nullable Format ofAccept(@Nullable String accept) {
    if (accept == null) {
      return null;
    }
    String lower = accept.toLowerCase(Locale.ROOT);
    int json = lower.indexOf("json");
    int xml = lower.indexOf("xml");
    if (json >= 0 && (xml < 0 || json < xml)) {
      return JSON;
    }
    return xml >= 0 ? XML : null;
  }
}
