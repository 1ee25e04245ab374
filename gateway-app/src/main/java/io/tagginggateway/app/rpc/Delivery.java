package io.tagginggateway.app.rpc;

import io.tagginggateway.app.fault.FaultRule;
import io.tagginggateway.core.error.GatewayErrors;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What is to be sent for a request, and how. Immutable. */
public sealed interface Delivery
    permits Delivery.Whole, Delivery.Late, Delivery.Forward, Delivery.Relayed, Spoiled {
  /** The request and its end, once there is one. */
  Optional<Exchange> exchange();

  /** What is sent as the body, as far as it is known by now; empty if nothing is. */
  default Buffer sent() {
    return Buffer.buffer(0);
  }

  /** The same, spoiled by a rule. */
  Delivery spoiledBy(FaultRule rule);

  /** The same, of which at most so many bytes are sent, where it has a body that may be cut. */
  default Delivery truncated(int bytes) {
    return this;
  }

  /** The same with another body, where it has one. */
  default Delivery rewritten(UnaryOperator<Buffer> body) {
    return this;
  }

  /** The same, sent over so many milliseconds, where it has a body. */
  default Delivery dribbled(int millis) {
    return this;
  }

  /** Has a carrier do what this kind of delivery asks. */
  void by(Carrier carrier);

  /** Sends deliveries to the client of one request. */
  interface Carrier {
    /** Sends an answer. */
    void whole(Whole answer);

    /** Sends a part of an answer and breaks off. */
    void truncated(Spoiled.Truncated answer);

    /** Sends a load balancer's page. */
    void page(Spoiled.Page page);

    /** Resets the connection. */
    void reset(Spoiled.Reset reset);

    /** Sends another body than the answer's. */
    void foreign(Spoiled.Foreign answer);

    /** Sends an answer in small pieces. */
    void dribbled(Spoiled.Dribbled answer);

    /** Ends the connection without a byte. */
    void silent(Spoiled.Silent silent);

    /** Waits, and then sends the rest. */
    void late(Late late);

    /** Asks another gateway, and then sends what comes of it. */
    void forward(Forward forward);

    /** Sends the answer of another gateway. */
    void relayed(Relayed answer);
  }

  /**
   * An answer.
   *
   * @param made the request and its end
   * @param body its bytes
   */
  record Whole(Exchange made, Buffer body) implements Delivery {
    @Override
    public Optional<Exchange> exchange() {
      return Optional.of(made);
    }

    @Override
    public Whole spoiledBy(FaultRule rule) {
      return new Whole(made.spoiledBy(rule), body);
    }

    @Override
    public Buffer sent() {
      return body;
    }

    /** At least one byte is missing, or nothing would be spoiled. */
    @Override
    public Spoiled.Truncated truncated(int bytes) {
      return new Spoiled.Truncated(made, body, Math.min(bytes, body.length() - 1));
    }

    @Override
    public Whole rewritten(UnaryOperator<Buffer> change) {
      return new Whole(made, change.apply(body));
    }

    @Override
    public Spoiled.Dribbled dribbled(int millis) {
      return new Spoiled.Dribbled(made, body, millis);
    }

    @Override
    public void by(Carrier carrier) {
      carrier.whole(this);
    }
  }

  /**
   * A delivery that comes late.
   *
   * @param millis how late
   * @param rest what is to be done then; its stage never fails
   */
  record Late(int millis, Supplier<CompletionStage<Delivery>> rest) implements Delivery {
    @Override
    public Optional<Exchange> exchange() {
      return Optional.empty();
    }

    @Override
    public Late spoiledBy(FaultRule rule) {
      return new Late(millis, () -> rest.get().thenApply(delivery -> delivery.spoiledBy(rule)));
    }

    @Override
    public void by(Carrier carrier) {
      carrier.late(this);
    }
  }

  /**
   * A request that this gateway does not play, for another one to answer.
   *
   * @param progress how far it came here
   */
  record Forward(Progress progress) implements Delivery {
    @Override
    public Optional<Exchange> exchange() {
      return Optional.empty();
    }

    @Override
    public Forward spoiledBy(FaultRule rule) {
      return this;
    }

    /** The body of the request; empty if there is none. Not to be changed. */
    public byte[] body() {
      return progress.arrival().request().body();
    }

    /** What the client gets when the other gateway has answered. */
    public Relayed answered(ForwardedAnswer answer) {
      return new Relayed(new Exchange(progress, new Outcome.Forwarded(answer.status())), answer);
    }

    /** What the client gets when it has not. */
    public Delivery unanswered(String reason) {
      return Replies.error(
          progress, GatewayErrors.SERVICE_UNAVAILABLE.withMessage("forward.url: " + reason + "."));
    }

    @Override
    public void by(Carrier carrier) {
      carrier.forward(this);
    }
  }

  /**
   * The answer of another gateway.
   *
   * @param made the request and its end
   * @param answer what it answered
   */
  record Relayed(Exchange made, ForwardedAnswer answer) implements Delivery {
    @Override
    public Optional<Exchange> exchange() {
      return Optional.of(made);
    }

    @Override
    public Buffer sent() {
      return answer.body();
    }

    @Override
    public Relayed spoiledBy(FaultRule rule) {
      return this;
    }

    @Override
    public void by(Carrier carrier) {
      carrier.relayed(this);
    }
  }
}
