package io.tagginggateway.app.admin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of browsers whose user typed the admin token. A session is a cookie that this process
 * has signed: nothing is kept of it, and it ends with the process or after its time. It holds
 * neither the token nor anything derived from it. Thread-safe.
 */
public final class BrowserSessions {
  /** How long a user stays logged in. Chosen: a working day. */
  private static final long SECONDS = 12 * 60 * 60;

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PATH = "/_gateway";

  private final byte @Nullable [] token;
  private final Clock clock;
  private @Nullable SecretKey key;

  /** Sessions for those who know this token; null where none is needed. */
  public BrowserSessions(@Nullable String token, Clock clock) {
    this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
  }

  /** Whether there is a token to log in with. */
  public boolean areNeeded() {
    return token != null;
  }

  /** Whether this is the token. Takes as long whatever is sent. */
  public boolean isToken(String sent) {
    return token != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), token);
  }

  /** Begins a session in the answer to this request. */
  public void begin(HttpServerRequest request) {
    String end = Long.toString(clock.instant().getEpochSecond() + SECONDS);
    request.response().addCookie(cookie(request, end + '.' + sign(end)).setMaxAge(SECONDS));
  }

  /** Ends the session of this request, if it has one. */
  public void end(HttpServerRequest request) {
    request.response().addCookie(cookie(request, "").setMaxAge(0));
  }

  /** Whether the request is of a session that has not ended. */
  boolean isOf(HttpServerRequest request) {
    Cookie cookie = request.getCookie(name(request));
    String value = cookie == null ? "" : cookie.getValue();
    int dot = value.indexOf('.');
    if (dot < 1 || dot > 12 || !value.chars().limit(dot).allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    String end = value.substring(0, dot);
    byte[] expected = sign(end).getBytes(StandardCharsets.US_ASCII);
    byte[] sent = value.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, sent)
        && clock.instant().getEpochSecond() < Long.parseLong(end);
  }

  private static Cookie cookie(HttpServerRequest request, String value) {
    return Cookie.cookie(name(request), value)
        .setPath(PATH)
        .setHttpOnly(true)
        .setSecure(request.isSSL())
        .setSameSite(CookieSameSite.STRICT);
  }

  /** Cookies know no ports, so that two gateways on a machine need two names. */
  private static String name(HttpServerRequest request) {
    return "tagging-gateway-"
        + (request.localAddress() == null ? 0 : request.localAddress().port());
  }

  private String sign(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key());
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private synchronized SecretKey key() {
    if (key == null) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      key = new SecretKeySpec(random, ALGORITHM);
    }
    return key;
  }
}
