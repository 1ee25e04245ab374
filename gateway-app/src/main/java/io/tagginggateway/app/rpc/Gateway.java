package io.tagginggateway.app.rpc;

import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.core.auth.Authenticator;
import io.tagginggateway.core.document.ErrorDocument;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Answer;
import io.tagginggateway.core.product.Call;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.request.Action;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests of the RPC style. The order of the checks is that of the dialect reference,
 * section 6. Called from any thread.
 */
public final class Gateway {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HostTable hosts;
  private final Authenticator authenticator;
  private final StateHolder state;
  private final GatewaySettings settings;

  /** A gateway over these products and this state. */
  public Gateway(
      HostTable hosts, Authenticator authenticator, StateHolder state, GatewaySettings settings) {
    this.hosts = hosts;
    this.authenticator = authenticator;
    this.state = state;
    this.settings = settings;
  }

  /** Answers a request into {@code out}; what went wrong is an answer too. */
  public Exchange answer(HttpInput input, OutputStream out) throws IOException {
    Exchange exchange = new Exchange(input);
    try {
      Answer answer = process(exchange);
      exchange.answer = answer;
    } catch (ApiException e) {
      exchange.error = e.error();
    } catch (RuntimeException e) {
      LOG.error("Request {} failed", exchange.requestId, e);
      exchange.error = GatewayErrors.INTERNAL_ERROR;
    }
    write(exchange, out);
    return exchange;
  }

  /** Whether a name, lower-case, is the host of a product that this gateway plays. */
  public boolean isProductHost(String host) {
    return hosts.byHost(host) != null;
  }

  /** Answers a request that the server could not read, in the only format that is left. */
  public Exchange refuse(HttpInput input, ApiError error, OutputStream out) throws IOException {
    Exchange exchange = new Exchange(input);
    exchange.route = hosts.byHost(exchange.host);
    exchange.format = format(exchange);
    exchange.error = error;
    write(exchange, out);
    return exchange;
  }

  private Answer process(Exchange exchange) {
    HttpInput input = exchange.input;
    readParameters(exchange);
    RpcRequest request = request(exchange);
    Route route = route(exchange, request);
    exchange.route = route;
    exchange.format = format(exchange);
    ApiError problem = exchange.parameters.problem();
    if (problem != null) {
      throw new ApiException(problem);
    }
    if (route == null) {
      throw new ApiException(GatewayErrors.PRODUCT_NOT_FOUND);
    }
    if (!input.method().equals("GET") && !input.method().equals("POST")) {
      throw new ApiException(GatewayErrors.UNSUPPORTED_METHOD);
    }
    checkFormat(exchange);
    Action action = Action.of(request.action());
    if (action == null || !input.path().equals("/")) {
      throw new ApiException(GatewayErrors.ACTION_NOT_FOUND);
    }
    exchange.action = action;
    TaggingService service = route.service();
    checkVersion(service, request.version());

    GatewayState now = state.current();
    exchange.caller = authenticator.authenticate(request, now);
    exchange.region = service.region(request, route.region(), settings.defaultRegion());
    Call call = new Call(request, action, exchange.caller.account(), exchange.region);
    return service.answer(call, now.store());
  }

  private static void readParameters(Exchange exchange) {
    HttpInput input = exchange.input;
    exchange.query = Parameters.parse(input.query());
    exchange.parameters = exchange.query;
    if (input.body().length > 0 && isForm(input.headers().get("content-type"))) {
      String form = new String(input.body(), StandardCharsets.ISO_8859_1);
      exchange.parameters = exchange.query.and(Parameters.parse(form));
    }
  }

  private static boolean isForm(@Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  private static RpcRequest request(Exchange exchange) {
    HttpInput input = exchange.input;
    return new RpcRequest(
        exchange.requestId,
        input.method(),
        input.path(),
        exchange.host,
        input.headers(),
        exchange.query,
        exchange.parameters,
        input.body());
  }

  private @Nullable Route route(Exchange exchange, RpcRequest request) {
    Route route = hosts.byHost(exchange.host);
    return route == null && isOwnName(exchange.host) ? hosts.byVersion(request.version()) : route;
  }

  /** A name without a dot is no cloud host, but what compose files and pods call a gateway. */
  private boolean isOwnName(String host) {
    return host.indexOf('.') < 0 || HostNames.isAddress(host) || settings.ownNames().contains(host);
  }

  private static void checkFormat(Exchange exchange) {
    String sent = exchange.parameters.get("Format");
    if (sent != null && !sent.isEmpty() && Format.ofParameter(sent) == null) {
      throw new ApiException(GatewayErrors.INVALID_FORMAT);
    }
  }

  /** Without an action, live endpoints answer XML whatever the product's default. */
  private static Format format(Exchange exchange) {
    String sent = exchange.parameters.get("Format");
    Format format = sent == null ? null : Format.ofParameter(sent);
    if (format == null) {
      format = Format.ofAccept(exchange.input.headers().get("accept"));
    }
    if (format == null && exchange.route != null && hasAction(exchange)) {
      format = exchange.route.service().module().product().defaultFormat();
    }
    return format == null ? Format.XML : format;
  }

  private static boolean hasAction(Exchange exchange) {
    return exchange.parameters.get("Action") != null
        || exchange.input.headers().get("x-acs-action") != null;
  }

  private void checkVersion(TaggingService service, @Nullable String version) {
    if (version == null || version.isEmpty()) {
      if (authenticator.strict()) {
        throw new ApiException(GatewayErrors.missing("Version"));
      }
    } else if (!version.equals(service.module().product().version())) {
      throw new ApiException(GatewayErrors.INVALID_VERSION);
    }
  }

  private static void write(Exchange exchange, OutputStream out) throws IOException {
    ApiError error = exchange.error;
    if (error != null) {
      String product = exchange.product();
      new ErrorDocument(error, exchange.requestId, exchange.host, product == null ? "" : product)
          .write(exchange.format, out);
    } else if (exchange.answer != null && exchange.route != null && exchange.action != null) {
      exchange.route.service().write(exchange.answer, exchange.action, exchange.format, out);
    }
  }
}
