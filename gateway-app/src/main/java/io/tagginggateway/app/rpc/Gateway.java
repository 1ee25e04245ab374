package io.tagginggateway.app.rpc;

import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.host.HostNames;
import io.tagginggateway.core.auth.Authenticator;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.GatewayErrors;
import io.tagginggateway.core.state.State;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Answers requests of the RPC style: a request goes through the {@link AdmissionChecks}, then to a
 * {@link Responder}, then to its client and to those who keep records. Thread-safe; no call blocks.
 *
 * <p>Every request is answered: whatever throws on the way, the observer included, becomes an
 * InternalError and one line of the log, and what was written until then is dropped.
 */
public final class Gateway {
  /** What a request is refused with if nothing here plays what it asks. */
  private static final List<ApiError> UNPLAYED =
      List.of(GatewayErrors.PRODUCT_NOT_FOUND, GatewayErrors.ACTION_NOT_FOUND);

  private final RequestParser parser = new RequestParser();
  private final HostTable hosts;
  private final AdmissionChecks checks;
  private final Responder responder;
  private final Explanations explanations;
  private final ExchangeObserver observer;
  private final boolean forwards;

  /** A gateway over these products and this state, with faults and somebody who keeps records. */
  public Gateway(
      HostTable hosts,
      Authenticator authenticator,
      Supplier<? extends State> state,
      GatewaySettings settings,
      FaultRules faults,
      Explainer explainer,
      ExchangeObserver observer) {
    this.hosts = hosts;
    this.checks = new AdmissionChecks(hosts, authenticator, state, settings);
    this.explanations = new Explanations(explainer);
    Responder product = new ProductResponder(new StoreWait(settings.storeTimeout()));
    this.responder =
        new FaultyResponder(admitted -> explanations.explained(product.respond(admitted)), faults);
    this.observer = observer;
    this.forwards = settings.forwards();
  }

  /**
   * Answers a request.
   *
   * @return what is to be sent, after {@link #recorded}; never fails; complete when this returns
   *     unless a store lets the request wait, and then completes on whatever thread the store does
   */
  public CompletionStage<Delivery> serve(HttpInput input) {
    Arrival arrival = parser.parse(input);
    try {
      return Stages.then(
          checks.admit(arrival),
          admission -> admission.then(this::responded, this::refused),
          failure -> failed(arrival, failure));
    } catch (RuntimeException e) {
      return failed(arrival, e);
    }
  }

  private CompletionStage<Delivery> responded(Admitted admitted) {
    try {
      return responder.respond(admitted);
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(Replies.failed(admitted.progress(), e));
    }
  }

  private CompletionStage<Delivery> refused(Refused refused) {
    if (forwards && UNPLAYED.contains(refused.failed().error())) {
      return CompletableFuture.completedFuture(new Delivery.Forward(refused.progress()));
    }
    return explanations.explained(Replies.error(refused.progress(), refused.failed()));
  }

  private static CompletionStage<Delivery> failed(Arrival arrival, Throwable failure) {
    Progress progress = Progress.of(arrival, null);
    return CompletableFuture.completedFuture(Replies.failed(progress, failure));
  }

  /** Answers a request that the server could not read, in the only format that is left. */
  public Delivery refuse(HttpInput input, ApiError error) {
    return explanations.atOnce(Replies.error(checks.begin(parser.parse(input)), error));
  }

  /**
   * Tells those who keep records that a request is over. Called once, right before it is sent.
   *
   * @return what is to be sent: the same, unless they fail
   */
  public Delivery recorded(Delivery delivery) {
    Exchange exchange = delivery.exchange().orElse(null);
    if (exchange == null) {
      return delivery;
    }
    try {
      observer.finished(exchange, delivery.sent(), System.nanoTime());
      return delivery;
    } catch (RuntimeException e) {
      return Replies.failed(exchange.progress(), e);
    }
  }

  /**
   * Whether a name, lower-case, is answered here when a client takes the gateway for its proxy: the
   * host of a product that it plays, or any host of the cloud, so that a client of what it does not
   * play hears so at once and does not try again for minutes.
   */
  public boolean isAnsweredHost(String host) {
    return HostNames.isCloud(host) || hosts.isProductHost(host);
  }
}
