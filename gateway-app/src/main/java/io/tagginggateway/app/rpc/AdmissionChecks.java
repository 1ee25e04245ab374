package io.tagginggateway.app.rpc;

import io.tagginggateway.app.host.HostNames;
import io.tagginggateway.core.auth.Authenticator;
import io.tagginggateway.core.auth.Caller;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.product.Call;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.Style;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.state.State;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes every check that stands before the product, in the order of the dialect reference, section
 * 6. Each step adds to the {@link Progress} of the one before. Thread-safe.
 */
final class AdmissionChecks {
  private static final Outcome.Failed NO_ROOM =
      new Outcome.Failed(
          GatewayErrors.SERVICE_UNAVAILABLE.withMessage(
              "The gateway holds as many accounts of undeclared access keys as it may."),
          Explainer.TOO_MANY_GUESTS);

  private final HostTable hosts;
  private final Authenticator authenticator;
  private final Supplier<? extends State> state;
  private final GatewaySettings settings;
  private final StoreWait wait;

  AdmissionChecks(
      HostTable hosts,
      Authenticator authenticator,
      Supplier<? extends State> state,
      GatewaySettings settings) {
    this.hosts = hosts;
    this.authenticator = authenticator;
    this.state = state;
    this.settings = settings;
    this.wait = new StoreWait(settings.storeTimeout());
  }

  /** How far a request comes that is refused anyway. */
  Progress begin(Arrival arrival) {
    RpcRequest request = arrival.request();
    Route route = hosts.byHost(request.host(), request.version());
    if (route == null && isOwnName(request.host())) {
      route = hosts.byVersion(request.version());
    }
    return Progress.of(arrival, route);
  }

  /** Admits or refuses a request; never fails. */
  CompletionStage<Admission> admit(Arrival arrival) {
    Progress progress = begin(arrival);
    try {
      checkParameters(arrival.request());
      Route route = progress.route();
      if (route == null) {
        throw new ApiException(GatewayErrors.PRODUCT_NOT_FOUND);
      }
      Operation operation = operation(arrival.request(), route.service().product());
      return identify(progress.asks(operation), route, operation);
    } catch (RuntimeException e) {
      return refused(progress, e);
    }
  }

  private CompletionStage<Admission> identify(Progress progress, Route route, Operation operation) {
    RpcRequest request = progress.arrival().request();
    State now = state.get();
    CompletionStage<Caller> caller;
    try {
      checkVersion(route.service(), request.version());
      caller = wait.bounded(authenticator.authenticate(request, now));
    } catch (RuntimeException e) {
      return refused(progress, e);
    }
    return Stages.then(
        caller,
        who -> read(progress.by(who), route, operation, who, now),
        failure -> refused(progress, failure));
  }

  private CompletionStage<Admission> read(
      Progress progress, Route route, Operation operation, Caller caller, State now) {
    RpcRequest request = operation.read(progress.arrival().request());
    return place(progress.reading(request), route, operation, caller, now);
  }

  private CompletionStage<Admission> place(
      Progress progress, Route route, Operation operation, Caller caller, State now) {
    RpcRequest request = progress.arrival().request();
    try {
      checkParameters(request);
      TaggingService service = route.service();
      String region = service.region(request, operation, route.region(), settings.defaultRegion());
      Call call = new Call(request, operation, caller.account(), region);
      Admitted admitted = new Admitted(progress.in(region), service, caller, call, now);
      return caller.guest()
          ? admitGuest(admitted, now)
          : CompletableFuture.completedFuture(admitted);
    } catch (RuntimeException e) {
      return refused(progress, e);
    }
  }

  private CompletionStage<Admission> admitGuest(Admitted admitted, State now) {
    String account = admitted.caller().account();
    return wait.bounded(now.admitGuest(account, settings.guests(), System.currentTimeMillis()))
        .handle(
            (there, failure) -> {
              if (failure == null && there) {
                return admitted;
              }
              String id = admitted.progress().arrival().requestId();
              return new Refused(
                  admitted.progress(), failure == null ? NO_ROOM : Replies.outcome(id, failure));
            });
  }

  private static CompletionStage<Admission> refused(Progress progress, Throwable failure) {
    Outcome.Failed failed = Replies.outcome(progress.arrival().requestId(), failure);
    return CompletableFuture.completedFuture(new Refused(progress, failed));
  }

  /** Malformed parameters come before the product, all else after it. */
  private static void checkParameters(RpcRequest request) {
    ApiError problem = request.parameters().problem();
    if (problem != null) {
      throw new ApiException(problem);
    }
  }

  private static Operation operation(RpcRequest request, Product product) {
    Style style = product.head().style();
    if (style == Style.RPC && !product.takes(request.method())) {
      throw new ApiException(GatewayErrors.UNSUPPORTED_METHOD);
    }
    RequestParser.checkFormat(request);
    Operation operation =
        switch (style) {
          case RPC -> request.path().equals("/") ? product.operation(request.action()) : null;
          case ROA -> product.operation(request.method(), request.path());
        };
    if (operation == null) {
      throw new ApiException(GatewayErrors.ACTION_NOT_FOUND);
    }
    return operation;
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

  /** A word without a dot is no cloud host; neither is a request that names none. */
  private boolean isOwnName(String host) {
    return HostNames.isWord(host)
        || HostNames.isAddress(host)
        || settings.ownNames().contains(host);
  }
}
