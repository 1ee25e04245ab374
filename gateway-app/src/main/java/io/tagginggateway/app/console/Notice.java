package io.tagginggateway.app.console;

import java.util.Locale;

/**
 * What a page says that was just done. Links carry the name alone, so that a page says no words of
 * others.
 */
enum Notice {
  CLEARED("The journal is empty."),
  ARMED("The fault is armed."),
  TOO_MANY("There are as many faults as there may be; remove some first."),
  DISARMED("The fault is gone."),
  DISARMED_ALL("All faults are gone."),
  SAVED("The resource is saved."),
  DELETED("The resource is deleted."),
  REPLACED("The file is loaded, in the place of all there was."),
  ADDED("The file is loaded, beside what there was."),
  RESET("Everything is as it was at the start: state, journal and faults.");

  private static final String NAME = "done";

  private final String text;

  Notice(String text) {
    this.text = text;
  }

  /** The query that makes a page say it. */
  String query() {
    return "?" + parameter();
  }

  /** The same for a link that has a query. */
  String parameter() {
    return NAME + "=" + name().toLowerCase(Locale.ROOT);
  }

  /** What this call is to say, or an empty text. */
  static String of(Call call) {
    for (Notice notice : values()) {
      if (notice.name().equalsIgnoreCase(call.text(NAME))) {
        return notice.text;
      }
    }
    return "";
  }
}
