package io.tagginggateway.app.console;

import io.tagginggateway.app.admin.AdminGuard;
import io.tagginggateway.app.admin.BrowserSessions;
import io.tagginggateway.app.console.view.Frame;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All pages, and the way of a call to one of them. Thread-safe. */
final class Console {
  private static final String PATH = "/_gateway/console";
  private static final String LOGIN = PATH + "/login";

  /**
   * Everything comes from here, no script or style stands in a page, and no page elsewhere shows
   * one of these in a frame. The referrer stays, as browsers tell no origin without it.
   */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
          "X-Frame-Options",
          "DENY",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cache-Control",
          "no-store");

  private final Vertx vertx;
  private final BrowserSessions sessions;
  private final Templates templates = new Templates();
  private final Assets assets = new Assets();
  private final EventStreams events;
  private final StateUpload upload;
  private final Map<String, Page> pages = new HashMap<>();

  Console(Vertx vertx, ConsoleServices services, BrowserSessions sessions) {
    this.vertx = vertx;
    this.sessions = sessions;
    this.events = new EventStreams(services.journal(), services.stopping());
    StatePages state = new StatePages(services, templates);
    this.upload = new StateUpload(services, state);
    new RequestPages(services, templates, new TrafficHistory(vertx, services)).addTo(pages);
    state.addTo(pages);
    new ResourcePages(services, templates).addTo(pages);
    new FaultPages(services, templates).addTo(pages);
    new TryPages(services, templates, new TryClient(vertx, services)).addTo(pages);
    new ConnectPages(services, templates).addTo(pages);
    new ProductPages(services, templates).addTo(pages);
  }

  /** Answers whatever has no handler of its own below. */
  void page(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = context.normalizedPath();
    String name = path.startsWith(PATH) ? path.substring(PATH.length()) : "/";
    if (name.equals("/logout") && HttpMethod.POST.equals(request.method())) {
      sessions.end(request);
      send(context, Reply.see(LOGIN));
      return;
    }
    boolean reads = HttpMethod.GET.equals(request.method());
    MultiMap sent = reads ? context.queryParams() : request.formAttributes();
    Call call = Call.of(request, sent, sessions.areNeeded());
    Page page = pages.getOrDefault(request.method() + " " + name, this::unknown);
    vertx
        .executeBlocking(() -> page.answer(call), false)
        .onSuccess(reply -> send(context, reply))
        .onFailure(context::fail);
  }

  private Reply unknown(Call call) {
    Frame frame =
        new Frame(null, "Not found", "", List.of("There is no such page."), call.session());
    return templates.page(404, "message", frame, "");
  }

  /** Takes a file of fixtures, while it comes. */
  void load(RoutingContext context) {
    Call call = Call.of(context.request(), context.queryParams(), sessions.areNeeded());
    upload.load(context, call).onSuccess(reply -> send(context, reply)).onFailure(context::fail);
  }

  /** Tells a page that is open what is new. */
  void events(RoutingContext context) {
    head(context.response());
    events.open(context);
  }

  void asset(RoutingContext context) {
    vertx
        .executeBlocking(() -> assets.find(context.pathParam("name")), false)
        .onSuccess(
            asset -> {
              if (asset == null) {
                context.next();
              } else {
                head(context.response());
                asset.send(context.request());
              }
            })
        .onFailure(context::fail);
  }

  /** Asks for the token, and begins a session for who knows it. */
  void login(RoutingContext context) {
    HttpServerRequest request = context.request();
    boolean sends = HttpMethod.POST.equals(request.method());
    if (!sessions.areNeeded()) {
      send(context, Reply.see("/_gateway/"));
    } else if (!sends) {
      send(context, loginPage(200, List.of()));
    } else if (!AdminGuard.isOfOwnPage(request)) {
      send(context, loginPage(403, List.of("Only this page may log you in.")));
    } else if (sessions.isToken(String.valueOf(request.getFormAttribute("token")))) {
      sessions.begin(request);
      send(context, Reply.see("/_gateway/"));
    } else {
      send(context, loginPage(401, List.of("This is not the token.")));
    }
  }

  private Reply loginPage(int status, List<String> problems) {
    Frame frame = new Frame(null, "Log in", "", problems, false);
    return templates.page(status, "login", frame, "");
  }

  private static void head(HttpServerResponse response) {
    HEADERS.forEach(response::putHeader);
  }

  private static void send(RoutingContext context, Reply reply) {
    HttpServerResponse response = context.response();
    head(response);
    reply.headers().forEach(response::putHeader);
    response.setStatusCode(reply.status()).end(Buffer.buffer(reply.body()));
  }
}
