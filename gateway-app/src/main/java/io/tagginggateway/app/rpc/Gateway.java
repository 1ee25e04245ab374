package io.tagginggateway.app.rpc;

import static java.util.Objects.requireNonNull;

import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.fault.FaultTarget;
import io.tagginggateway.app.host.HostNames;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.core.auth.Authenticator;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.document.ErrorDocument;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.Failures;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Call;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.tag.TagStore;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests of the RPC style. The order of the checks is that of the dialect reference,
 * section 6. Called from any thread.
 */
public final class Gateway {
  private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
  private static final String TOO_MANY_GUESTS =
      "The gateway holds as many accounts of undeclared access keys as it may.";

  private final HostTable hosts;
  private final Authenticator authenticator;
  private final StateHolder state;
  private final GatewaySettings settings;
  private final FaultRules faults;
  private final ExchangeObserver observer;

  /** A gateway over these products and this state, with faults and somebody who keeps records. */
  public Gateway(
      HostTable hosts,
      Authenticator authenticator,
      StateHolder state,
      GatewaySettings settings,
      FaultRules faults,
      ExchangeObserver observer) {
    this.hosts = hosts;
    this.authenticator = authenticator;
    this.state = state;
    this.settings = settings;
    this.faults = faults;
    this.observer = observer;
  }

  /** Makes every check that stands before the product, and finds out whether a fault strikes. */
  public Exchange admit(HttpInput input) {
    Exchange exchange = new Exchange(input);
    attempt(exchange, this::check);
    return exchange;
  }

  /** Asks the product, unless a check failed, and writes the answer into {@code out}. */
  public void answer(Exchange exchange, OutputStream out) throws IOException {
    if (exchange.error == null) {
      attempt(exchange, this::ask);
    }
    write(exchange, out);
  }

  /** Tells those who keep records that the exchange is over. Called once, before it is sent. */
  public void finished(Exchange exchange) {
    observer.finished(exchange);
  }

  /** Whether a name, lower-case, is the host of a product that this gateway plays. */
  public boolean isProductHost(String host) {
    return hosts.isProductHost(host);
  }

  /** Answers a request that the server could not read, in the only format that is left. */
  public Exchange refuse(HttpInput input, ApiError error, OutputStream out) throws IOException {
    Exchange exchange = new Exchange(input);
    RequestParser.readParameters(exchange);
    exchange.route = route(exchange, RequestParser.request(exchange));
    exchange.format = RequestParser.format(exchange);
    exchange.error = error;
    write(exchange, out);
    return exchange;
  }

  private static void attempt(Exchange exchange, Consumer<Exchange> step) {
    try {
      step.accept(exchange);
    } catch (ApiException e) {
      exchange.error = e.error();
    } catch (RuntimeException e) {
      LOG.error("Request {} failed", exchange.requestId, e);
      exchange.error = GatewayErrors.INTERNAL_ERROR;
    }
  }

  private void ask(Exchange exchange) {
    TaggingService service = requireNonNull(exchange.route).service();
    Call call = requireNonNull(exchange.call);
    TagStore store = requireNonNull(exchange.state).store();
    exchange.answer =
        exchange.fault == null
            ? joined(service.answer(call, store))
            : SpoiledCall.answer(service, call, store, exchange.fault, faults.errors());
  }

  /** Whatever is in memory is there at once. */
  static <T> T joined(CompletionStage<? extends T> stage) {
    try {
      return stage.toCompletableFuture().join();
    } catch (CompletionException e) {
      if (Failures.cause(e) instanceof ApiException refused) {
        throw refused;
      }
      throw e;
    }
  }

  private void check(Exchange exchange) {
    HttpInput input = exchange.input;
    RequestParser.readParameters(exchange);
    RpcRequest request = RequestParser.request(exchange);
    Route route = route(exchange, request);
    exchange.route = route;
    exchange.format = RequestParser.format(exchange);
    ApiError problem = exchange.parameters.problem();
    if (problem != null) {
      throw new ApiException(problem);
    }
    if (route == null) {
      throw new ApiException(GatewayErrors.PRODUCT_NOT_FOUND);
    }
    if (!route.service().product().takes(input.method())) {
      throw new ApiException(GatewayErrors.UNSUPPORTED_METHOD);
    }
    RequestParser.checkFormat(exchange);
    Operation operation = route.service().product().operation(request.action());
    if (operation == null || !input.path().equals("/")) {
      throw new ApiException(GatewayErrors.ACTION_NOT_FOUND);
    }
    exchange.operation = operation;
    TaggingService service = route.service();
    checkVersion(service, request.version());

    GatewayState now = state.current();
    Caller caller = joined(authenticator.authenticate(request, now));
    exchange.caller = caller;
    exchange.region = service.region(request, route.region(), settings.defaultRegion());
    if (caller.guest()) {
      admitGuest(caller, now);
    }
    exchange.state = now;
    exchange.call = new Call(request, operation, caller.account(), exchange.region);
    if (!faults.isEmpty()) {
      exchange.fault = faults.take(target(exchange.call, caller, service));
    }
  }

  private void admitGuest(Caller caller, GatewayState now) {
    if (!now.admitGuest(caller.account(), settings.guests(), System.currentTimeMillis())) {
      throw new ApiException(GatewayErrors.SERVICE_UNAVAILABLE.withMessage(TOO_MANY_GUESTS));
    }
  }

  private static FaultTarget target(Call call, Caller caller, TaggingService service) {
    String token = call.request().parameter("NextToken");
    return new FaultTarget(
        service.entry().head().code(), call.operation(), caller, token != null && !token.isEmpty());
  }

  private @Nullable Route route(Exchange exchange, RpcRequest request) {
    Route route = hosts.byHost(exchange.host, request.version());
    return route == null && isOwnName(exchange.host) ? hosts.byVersion(request.version()) : route;
  }

  /** A word without a dot is no cloud host; neither is a request that names none. */
  private boolean isOwnName(String host) {
    return HostNames.isWord(host)
        || HostNames.isAddress(host)
        || settings.ownNames().contains(host);
  }

  private void checkVersion(TaggingService service, @Nullable String version) {
    if (version == null || version.isEmpty()) {
      if (authenticator.strict()) {
        throw new ApiException(GatewayErrors.missing("Version"));
      }
    } else if (!version.equals(service.entry().head().version())) {
      throw new ApiException(GatewayErrors.INVALID_VERSION);
    }
  }

  private static void write(Exchange exchange, OutputStream out) throws IOException {
    ApiError error = exchange.error;
    if (error != null) {
      String product = exchange.product();
      new ErrorDocument(error, exchange.requestId, exchange.host, product == null ? "" : product)
          .write(exchange.format, out);
    } else if (exchange.answer != null) {
      TaggingService.write(exchange.answer, exchange.format, out);
    }
  }
}
