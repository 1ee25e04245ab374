package io.tagginggateway.app.http;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that another reader could take for something else: where the body ends, or whom
 * it is for. What follows such a request on its connection is thrown away and never read as a
 * request. Vert.x's decoder takes them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, message body
 *     length</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-3.2">RFC 9112, Host</a>
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {
  /** What Vert.x calls its decoder. */
  static final String NAME = "httpDecoder";

  /** No host has them; a port, brackets and characters of any language pass. */
  private static final String NOT_IN_HOST = " \t/\\?#@,;<>\"";

  /** Whether a character of ASCII may stand in a Host: a table, since each request is looked at. */
  private static final boolean[] IN_HOST = inHost();

  private StrictRequestDecoder(HttpServerOptions options) {
    super(options);
  }

  private static boolean[] inHost() {
    boolean[] may = new boolean[128];
    for (char c = 0; c < may.length; c++) {
      may[c] = NOT_IN_HOST.indexOf(c) < 0;
    }
    return may;
  }

  /** Takes the place of Vert.x's own, before anything was read. */
  static void install(Channel channel, HttpServerOptions options) {
    channel.pipeline().replace(NAME, NAME, new StrictRequestDecoder(options));
  }

  /** Anything would do as a version else, and stand in the answer's first line. */
  @Override
  protected HttpMessage createMessage(String[] initialLine) {
    if (!isVersion(initialLine[2])) {
      throw new IllegalArgumentException("no version of HTTP");
    }
    return super.createMessage(initialLine);
  }

  private static boolean isVersion(String text) {
    return text.length() == 8
        && text.startsWith("HTTP/")
        && Character.isDigit(text.charAt(5))
        && text.charAt(6) == '.'
        && Character.isDigit(text.charAt(7));
  }

  /** Called once for each request, when its header is whole. */
  @Override
  protected boolean isContentAlwaysEmpty(HttpMessage message) {
    check(message.protocolVersion(), message.headers());
    return super.isContentAlwaysEmpty(message);
  }

  /** In one walk: every request comes by here. */
  private static void check(HttpVersion version, HttpHeaders headers) {
    CharSequence host = null;
    CharSequence coding = null;
    boolean hasLength = false;
    Iterator<Map.Entry<CharSequence, CharSequence>> all = headers.iteratorCharSequence();
    while (all.hasNext()) {
      Map.Entry<CharSequence, CharSequence> header = all.next();
      CharSequence name = header.getKey();
      if (name.length() == 0) {
        throw new IllegalArgumentException("a header without a name");
      }
      if (HttpHeaderNames.HOST.contentEqualsIgnoreCase(name)) {
        host = only(host, header.getValue());
      } else if (HttpHeaderNames.TRANSFER_ENCODING.contentEqualsIgnoreCase(name)) {
        coding = only(coding, header.getValue());
      } else {
        hasLength |= HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name);
      }
    }
    if (coding != null) {
      checkCoding(version, coding, hasLength);
    }
    checkHost(version, host);
  }

  private static CharSequence only(@Nullable CharSequence before, CharSequence value) {
    if (before != null) {
      throw new IllegalArgumentException("more than one Host or Transfer-Encoding");
    }
    return value;
  }

  private static void checkCoding(HttpVersion version, CharSequence coding, boolean hasLength) {
    if (hasLength) {
      throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
    }
    if (version.equals(HttpVersion.HTTP_1_0)) {
      throw new IllegalArgumentException("Transfer-Encoding in HTTP/1.0");
    }
    if (!HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(coding)) {
      throw new IllegalArgumentException("a Transfer-Encoding that is not chunked");
    }
  }

  private static void checkHost(HttpVersion version, @Nullable CharSequence host) {
    if (host == null) {
      if (version.equals(HttpVersion.HTTP_1_1)) {
        throw new IllegalArgumentException("no Host");
      }
      return;
    }
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c < IN_HOST.length && !IN_HOST[c]) {
        throw new IllegalArgumentException("no host");
      }
    }
  }
}
