package io.tagginggateway.testkit;

import io.tagginggateway.app.journal.JournalEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A request in one line. */
final class JournalLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private JournalLine() {}

  static String of(JournalEntry entry) {
    StringBuilder line = new StringBuilder(TIME.format(Instant.ofEpochMilli(entry.time())));
    line.append(' ').append(entry.product() == null ? "(no product)" : entry.product());
    line.append(' ').append(entry.action() == null ? "(no action)" : entry.action());
    add(line, entry.resources().types());
    add(line, entry.resources().ids());
    if (entry.region() != null) {
      line.append(" in ").append(entry.region());
    }
    if (entry.accessKeyId() != null) {
      line.append(" by ").append(entry.accessKeyId());
    }
    line.append(": ").append(entry.status());
    if (entry.code() == null) {
      line.append(", ").append(entry.rows()).append(" rows");
    } else {
      line.append(' ').append(entry.code());
    }
    if (entry.fault() != null) {
      line.append(", spoiled by the fault ").append(entry.fault());
    } else if (entry.hint() != null) {
      line.append("; ").append(entry.hint());
    }
    return line.toString();
  }

  private static void add(StringBuilder line, List<String> texts) {
    if (!texts.isEmpty()) {
      line.append(' ').append(String.join(",", texts));
    }
  }
}
