package io.tagginggateway.app.rpc;

import io.tagginggateway.app.fault.FaultRule;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** What a fault makes of an answer that cannot be sent as it is. Immutable. */
public sealed interface Spoiled extends Delivery {

  /** The request and its end. */
  Exchange made();

  @Override
  default Optional<Exchange> exchange() {
    return Optional.of(made());
  }

  /**
   * An answer that announces its whole length and breaks off.
   *
   * @param made the request and its end
   * @param body all of its bytes
   * @param bytes how many of them are sent; at least one is missing
   */
  record Truncated(Exchange made, Buffer body, int bytes) implements Spoiled {
    @Override
    public Buffer sent() {
      // A copy: whoever keeps it must not keep all of the body.
      return body.getBuffer(0, bytes);
    }

    @Override
    public Truncated spoiledBy(FaultRule rule) {
      return new Truncated(made.spoiledBy(rule), body, bytes);
    }

    @Override
    public void by(Carrier carrier) {
      carrier.truncated(this);
    }
  }

  /**
   * The page of a load balancer, without a header of the gateway.
   *
   * @param made the request and its end, whose status is the page's
   */
  record Page(Exchange made) implements Spoiled {
    @Override
    public Buffer sent() {
      return LoadBalancerPage.of(made.status());
    }

    @Override
    public Page spoiledBy(FaultRule rule) {
      return new Page(made.spoiledBy(rule));
    }

    @Override
    public void by(Carrier carrier) {
      carrier.page(this);
    }
  }

  /**
   * Another body in the place of an answer's.
   *
   * @param made the request and its end, whose status it has
   * @param body its bytes
   * @param contentType what they are said to be
   */
  record Foreign(Exchange made, Buffer body, String contentType) implements Spoiled {
    @Override
    public Buffer sent() {
      return body;
    }

    @Override
    public Foreign spoiledBy(FaultRule rule) {
      return new Foreign(made.spoiledBy(rule), body, contentType);
    }

    @Override
    public void by(Carrier carrier) {
      carrier.foreign(this);
    }
  }

  /**
   * An answer in small pieces.
   *
   * @param made the request and its end
   * @param body its bytes
   * @param millis how long it takes from the first piece to the last
   */
  record Dribbled(Exchange made, Buffer body, int millis) implements Spoiled {

    /** The same answer, as it would be sent without the fault. */
    public Whole atOnce() {
      return new Whole(made, body);
    }

    @Override
    public Buffer sent() {
      return body;
    }

    @Override
    public Dribbled spoiledBy(FaultRule rule) {
      return new Dribbled(made.spoiledBy(rule), body, millis);
    }

    @Override
    public void by(Carrier carrier) {
      carrier.dribbled(this);
    }
  }

  /**
   * A connection that ends in order, without an answer.
   *
   * @param made the request and its end
   */
  record Silent(Exchange made) implements Spoiled {
    @Override
    public Silent spoiledBy(FaultRule rule) {
      return new Silent(made.spoiledBy(rule));
    }

    @Override
    public void by(Carrier carrier) {
      carrier.silent(this);
    }
  }

  /**
   * A connection that is reset.
   *
   * @param made the request and its end
   */
  record Reset(Exchange made) implements Spoiled {
    @Override
    public Reset spoiledBy(FaultRule rule) {
      return new Reset(made.spoiledBy(rule));
    }

    @Override
    public void by(Carrier carrier) {
      carrier.reset(this);
    }
  }
}
