package io.tagginggateway.app.rpc;

import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.core.auth.Authenticator;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.state.State;
import java.util.Optional;
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
  private final HostTable hosts;
  private final AdmissionChecks checks;
  private final Responder responder;
  private final ExchangeObserver observer;

  /** A gateway over these products and this state, with faults and somebody who keeps records. */
  public Gateway(
      HostTable hosts,
      Authenticator authenticator,
      Supplier<? extends State> state,
      GatewaySettings settings,
      FaultRules faults,
      ExchangeObserver observer) {
    this.hosts = hosts;
    this.checks = new AdmissionChecks(hosts, authenticator, state, settings);
    this.responder =
        new FaultyResponder(new ProductResponder(new StoreWait(settings.storeTimeout())), faults);
    this.observer = observer;
  }

  /**
   * Answers a request.
   *
   * @return what is to be sent, after {@link #recorded}; never fails; complete when this returns
   *     unless a store lets the request wait, and then completes on whatever thread the store does
   */
  public CompletionStage<Delivery> serve(HttpInput input) {
    Arrival arrival = Arrival.of(input);
    try {
      return Stages.then(
          checks.admit(arrival),
          admission -> admission.then(this::responded, Gateway::refused),
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

  private static CompletionStage<Delivery> refused(Refused refused) {
    return CompletableFuture.completedFuture(Replies.error(refused.progress(), refused.error()));
  }

  private static CompletionStage<Delivery> failed(Arrival arrival, Throwable failure) {
    Progress progress = Progress.of(arrival, Optional.empty());
    return CompletableFuture.completedFuture(Replies.failed(progress, failure));
  }

  /** Answers a request that the server could not read, in the only format that is left. */
  public Delivery refuse(HttpInput input, ApiError error) {
    return Replies.error(checks.begin(Arrival.of(input)), error);
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
      observer.finished(exchange);
      return delivery;
    } catch (RuntimeException e) {
      return Replies.failed(exchange.progress(), e);
    }
  }

  /** Whether a name, lower-case, is the host of a product that this gateway plays. */
  public boolean isProductHost(String host) {
    return hosts.isProductHost(host);
  }
}
