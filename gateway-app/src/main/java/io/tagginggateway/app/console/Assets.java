package io.tagginggateway.app.console;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Styles, scripts and the icon, which are in the jar. Each is read once. Thread-safe. */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "console.css", "text/css;charset=utf-8",
          "console.js", "text/javascript;charset=utf-8",
          "htmx.min.js", "text/javascript;charset=utf-8",
          "sse.js", "text/javascript;charset=utf-8",
          "icon.svg", "image/svg+xml");

  private final Map<String, Asset> read = new ConcurrentHashMap<>();

  /**
   * A file.
   *
   * @param type its content type
   * @param tag tells one version of it from another
   */
  record Asset(String type, String tag, Buffer content) {

    /** Sends it, unless the browser has this version. */
    void send(HttpServerRequest request) {
      request.response().putHeader("Cache-Control", "no-cache").putHeader("ETag", tag);
      if (tag.equals(request.getHeader("If-None-Match"))) {
        request.response().setStatusCode(304).end();
      } else {
        request.response().putHeader("Content-Type", type).end(content);
      }
    }
  }

  /** The file of this name, or null if there is none. */
  @Nullable Asset find(String name) throws IOException {
    String type = TYPES.get(name);
    Asset known = read.get(name);
    if (known != null || type == null) {
      return known;
    }
    try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
      if (in == null) {
        throw new IOException(name + " is not in the jar");
      }
      byte[] bytes = in.readAllBytes();
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      String tag = '"' + HexFormat.of().formatHex(hash, 0, 8) + '"';
      Asset asset = new Asset(type, tag, Buffer.buffer(bytes));
      read.put(name, asset);
      return asset;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
