package io.tagginggateway.app.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What entries can be asked for. Each name is a filter of the admin API and a field of a match. */
public enum JournalField {
  /** The product code. */
  PRODUCT("product"),
  /** The action, in any case. */
  ACTION("action"),
  /** The region. */
  REGION("region"),
  /** The account of the caller. */
  ACCOUNT("account"),
  /** The key that the caller named. */
  ACCESS_KEY_ID("accessKeyId"),
  /** The error code. */
  CODE("code"),
  /** The HTTP status. */
  STATUS("status"),
  /** The host that was called, without port, in any case. */
  HOST("host"),
  /** The HTTP method, in any case. */
  METHOD("method"),
  /** One of the resources that are named. */
  RESOURCE_ID("resourceId"),
  /** One of the types of the resources, in any case. */
  RESOURCE_TYPE("resourceType"),
  /** The id of the request. */
  REQUEST_ID("requestId"),
  /** The earliest time, in milliseconds since 1970. */
  SINCE("since"),
  /** The kind of fault that spoiled it. */
  FAULT("fault"),
  /** A part of the hint, in any case. */
  HINT("hint");

  private final String wireName;

  JournalField(String wireName) {
    this.wireName = wireName;
  }

  /** As requests write it. */
  public String wireName() {
    return wireName;
  }

  /** The field of this name, or null. */
  public static @Nullable JournalField of(String wireName) {
    for (JournalField field : values()) {
      if (field.wireName.equals(wireName)) {
        return field;
      }
    }
    return null;
  }

  /** Their names, in the order in which they stand here. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (JournalField field : values()) {
      names.add(field.wireName);
    }
    return names;
  }

  /** Whether an entry has what is wanted. */
  boolean matches(JournalEntry entry, String wanted) {
    return switch (this) {
      case PRODUCT, REGION, ACCOUNT, ACCESS_KEY_ID, CODE, STATUS, REQUEST_ID, FAULT ->
          Objects.equals(got(entry), wanted);
      case ACTION, HOST, METHOD -> wanted.equalsIgnoreCase(got(entry));
      case RESOURCE_ID -> entry.resources().ids().contains(wanted);
      case RESOURCE_TYPE -> entry.resources().types().stream().anyMatch(wanted::equalsIgnoreCase);
      case SINCE -> entry.time() >= Long.parseLong(wanted);
      case HINT -> entry.hint() != null && lower(entry.hint()).contains(lower(wanted));
    };
  }

  /** What an entry has of it, as text, or null. */
  @Nullable String got(JournalEntry entry) {
    return switch (this) {
      case PRODUCT -> entry.product();
      case ACTION -> entry.action();
      case REGION -> entry.region();
      case ACCOUNT -> entry.account();
      case ACCESS_KEY_ID -> entry.accessKeyId();
      case CODE -> entry.code();
      case STATUS -> Integer.toString(entry.status());
      case HOST -> entry.host();
      case METHOD -> entry.method();
      case RESOURCE_ID -> joined(entry.resources().ids());
      case RESOURCE_TYPE -> joined(entry.resources().types());
      case REQUEST_ID -> entry.requestId();
      case SINCE -> Long.toString(entry.time());
      case FAULT -> entry.fault();
      case HINT -> entry.hint();
    };
  }

  private static @Nullable String joined(List<String> texts) {
    return texts.isEmpty() ? null : String.join(", ", texts);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
