package io.tagginggateway.app.console;

import java.util.Map;

/**
 * What a page answers.
 *
 * @param status the HTTP status
 * @param headers headers besides those that every answer of the console has
 * @param body the body; do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
record Reply(int status, Map<String, String> headers, byte[] body) {
  private static final byte[] NOTHING = {};

  /** A page, or a part of one. */
  static Reply html(int status, byte[] page) {
    return of(status, "text/html;charset=utf-8", page);
  }

  static Reply of(int status, String contentType, byte[] body) {
    return new Reply(status, Map.of("Content-Type", contentType), body);
  }

  /** A file to keep. */
  static Reply download(String contentType, String name, byte[] body) {
    String disposition = "attachment; filename=\"" + name + '"';
    return new Reply(
        200, Map.of("Content-Type", contentType, "Content-Disposition", disposition), body);
  }

  /** Leads to another page, which is then read with GET. */
  static Reply see(String location) {
    return new Reply(303, Map.of("Location", location), NOTHING);
  }
}
