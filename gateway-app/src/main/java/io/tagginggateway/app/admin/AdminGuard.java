package io.tagginggateway.app.admin;

import io.netty.util.NetUtil;
import io.tagginggateway.app.host.HostNames;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may use the admin API: who knows the token, where one is set, else who calls from
 * this machine. A browser calls from this machine too, on behalf of any page it shows. So without a
 * token the Host must be one that no page elsewhere can have, and no page of another origin may
 * change anything. With a token a browser logs in once, and has a session. Chosen.
 */
public final class AdminGuard implements Handler<RoutingContext> {
  private static final String BEARER = "bearer ";
  private static final Problem NOT_LOCAL =
      new Problem(403, "Without admin.token only loopback callers may use the admin API.");
  private static final Problem FOREIGN_HOST =
      new Problem(403, "The Host is no local name; set admin.token to use another one.");
  private static final Problem FOREIGN_ORIGIN =
      new Problem(403, "A page of another origin may change nothing here.");
  private static final Problem NO_TOKEN =
      new Problem(401, "The admin API needs Authorization: Bearer with the admin.token.");
  private static final String LOGIN = "/_gateway/console/login";

  private final BrowserSessions sessions;
  private final String ownHost;

  AdminGuard(BrowserSessions sessions, String ownHost) {
    this.sessions = sessions;
    this.ownHost = ownHost.toLowerCase(Locale.ROOT);
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    Problem problem = sessions.areNeeded() ? checkToken(request) : checkLocal(request);
    if (problem == null) {
      context.next();
    } else if (problem.status() == 401) {
      askForToken(request, problem);
    } else {
      problem.send(context.response());
    }
  }

  /** A browser that wants a page is led to where a person can type the token. */
  private static void askForToken(HttpServerRequest request, Problem problem) {
    HttpServerResponse response = request.response();
    response.putHeader("WWW-Authenticate", "Bearer realm=\"admin\"");
    if (request.getHeader("HX-Request") != null) {
      response.putHeader("HX-Redirect", LOGIN);
    } else if (HttpMethod.GET.equals(request.method()) && wantsPage(request)) {
      response.setStatusCode(303).putHeader(HttpHeaders.LOCATION, LOGIN).end();
      return;
    }
    problem.send(response);
  }

  /** Whether a browser asks, for its user to read. */
  public static boolean wantsPage(HttpServerRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
  }

  /**
   * A session's cookie comes along whichever page makes the browser call, so it changes something
   * only for a page that names itself as the gateway's.
   */
  private @Nullable Problem checkToken(HttpServerRequest request) {
    String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (sent != null) {
      boolean known =
          sent.regionMatches(true, 0, BEARER, 0, BEARER.length())
              && sessions.isToken(sent.substring(BEARER.length()).trim());
      return known ? null : NO_TOKEN;
    }
    if (!sessions.isOf(request)) {
      return NO_TOKEN;
    }
    return HttpMethod.GET.equals(request.method()) || isOfOwnPage(request) ? null : FOREIGN_ORIGIN;
  }

  /** Whether a page of this gateway makes the browser ask. */
  public static boolean isOfOwnPage(HttpServerRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && isOwn(origin, request.getHeader(HttpHeaders.HOST));
  }

  private @Nullable Problem checkLocal(HttpServerRequest request) {
    if (!isLoopback(request.remoteAddress())) {
      return NOT_LOCAL;
    }
    String authority = request.getHeader(HttpHeaders.HOST);
    String host = HostNames.normalize(authority == null ? "" : authority);
    if (!isLocalName(host)) {
      return FOREIGN_HOST;
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    boolean reads = HttpMethod.GET.equals(request.method());
    return origin == null || reads || isOwn(origin, authority) ? null : FOREIGN_ORIGIN;
  }

  private static boolean isOwn(String origin, @Nullable String authority) {
    return origin.equalsIgnoreCase("http://" + authority)
        || origin.equalsIgnoreCase("https://" + authority);
  }

  /**
   * Whether a Host header names this machine: an address, a name without a dot, or this gateway. A
   * web page that was loaded from elsewhere has a name with a dot, so DNS rebinding is refused.
   */
  private boolean isLocalName(String host) {
    return HostNames.isAddress(host)
        || host.indexOf('.') < 0
        || host.endsWith(".localhost")
        || host.equals(ownHost);
  }

  /** Also of an IPv4 address that is written as IPv6. */
  static boolean isLoopback(@Nullable SocketAddress address) {
    String host = address == null ? null : address.hostAddress();
    byte[] bytes = host == null ? null : NetUtil.createByteArrayFromIpAddressString(host);
    try {
      return bytes != null && InetAddress.getByAddress(bytes).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
