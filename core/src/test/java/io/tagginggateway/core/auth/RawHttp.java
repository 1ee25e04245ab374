package io.tagginggateway.core.auth;

import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads a request from the text of the wire, a character for each byte. */
final class RawHttp {
  private static final String LINE_END = "\r\n";

  private RawHttp() {}

  static RpcRequest parse(String raw) {
    int headEnd = raw.indexOf(LINE_END + LINE_END);
    String[] lines = raw.substring(0, headEnd).split(LINE_END, -1);
    String[] requestLine = lines[0].split(" ", -1);
    Map<String, String> headers = headers(lines);
    String rest = raw.substring(headEnd + 4);
    String body = headers.containsKey("transfer-encoding") ? unchunk(rest) : rest;
    String target = withoutAuthority(requestLine[1]);
    int mark = target.indexOf('?');
    try {
      Parameters query = Parameters.parse(mark < 0 ? "" : target.substring(mark + 1));
      boolean form = headers.getOrDefault("content-type", "").startsWith("application/x-www-form");
      return new RpcRequest(
          "00000000-0000-4000-8000-000000000000",
          requestLine[0],
          mark < 0 ? target : target.substring(0, mark),
          headers.getOrDefault("host", "").toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", ""),
          headers::get,
          query,
          form ? query.and(Parameters.parse(body)) : query,
          body.getBytes(StandardCharsets.ISO_8859_1));
    } catch (Exception e) {
      throw new IllegalArgumentException(raw, e);
    }
  }

  private static Map<String, String> headers(String[] lines) {
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
      headers.putIfAbsent(name, lines[i].substring(colon + 1).trim());
    }
    return headers;
  }

  private static String withoutAuthority(String target) {
    int scheme = target.indexOf("://");
    return target.startsWith("/") || scheme < 0
        ? target
        : target.substring(target.indexOf('/', scheme + 3));
  }

  private static String unchunk(String chunked) {
    StringBuilder body = new StringBuilder();
    int start = 0;
    while (true) {
      int lineEnd = chunked.indexOf(LINE_END, start);
      int length = Integer.parseInt(chunked.substring(start, lineEnd), 16);
      if (length == 0) {
        return body.toString();
      }
      start = lineEnd + 2;
      body.append(chunked, start, start + length);
      start += length + 2;
    }
  }
}
