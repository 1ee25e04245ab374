package io.tagginggateway.app.fault;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What happens to a request that a rule spoils. */
public sealed interface Fault {

  /** Its kind. */
  default FaultType type() {
    return as(new KindOfFault());
  }

  /** Whether it can be done to a request that its rule matches. */
  default boolean canSpoil(FaultTarget target, ErrorTables errors) {
    return true;
  }

  /** What one of the cases makes of it. */
  <R> R as(Cases<R> cases);

  /** One method for each kind of fault, so that none is forgotten. */
  interface Cases<R> {
    /** An error. */
    R failure(Failure failure);

    /** An answer that comes late. */
    R delay(Delay delay);

    /** A connection that is reset. */
    R reset(Reset reset);

    /** An answer that breaks off. */
    R truncate(Truncate truncate);

    /** The page of a load balancer. */
    R html(Html html);

    /** A NextToken that is refused. */
    R expireToken(ExpireToken expireToken);

    /** Short pages. */
    R pageSize(PageSize pages);

    /** The other envelope. */
    R envelope(Envelope envelope);

    /** Another body. */
    R body(Body body);

    /** No document. */
    R garbage(Garbage garbage);

    /** Small pieces. */
    R dribble(Dribble dribble);

    /** No answer. */
    R empty(Empty empty);
  }

  /**
   * An error in the product's own envelope.
   *
   * @param code the code
   * @param status the HTTP status, or null for the one in the product's table
   * @param message the text, or null for the one in the product's table
   * @param retryAfterMillis how long the client is told to wait before it tries again, from 0 to
   *     {@link FaultReader#MAX_DELAY_MILLIS}, or null to tell it nothing
   */
  record Failure(
      String code,
      @Nullable Integer status,
      @Nullable String message,
      @Nullable Integer retryAfterMillis)
      implements Fault {
    @Override
    public boolean canSpoil(FaultTarget target, ErrorTables errors) {
      return errors.resolve(target.product(), this) != null;
    }

    @Override
    public <R> R as(Cases<R> cases) {
      return cases.failure(this);
    }
  }

  /**
   * An answer that comes late.
   *
   * @param millis how late at least, from 0 to {@link FaultReader#MAX_DELAY_MILLIS}
   * @param maxMillis how late at most; what is between is drawn for each request
   */
  record Delay(int millis, int maxMillis) implements Fault {
    /** Always as late. */
    public Delay(int millis) {
      this(millis, millis);
    }

    /** One of the delays that it allows. */
    Delay drawn(Random random) {
      return maxMillis == millis
          ? this
          : new Delay(millis + random.nextInt(maxMillis - millis + 1));
    }

    @Override
    public <R> R as(Cases<R> cases) {
      return cases.delay(this);
    }
  }

  /** A connection that is reset, without an answer. */
  record Reset() implements Fault {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.reset(this);
    }
  }

  /**
   * An answer that announces its whole length and breaks off.
   *
   * @param bytes how many bytes of the body are sent; at least one is always missing
   */
  record Truncate(int bytes) implements Fault {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.truncate(this);
    }
  }

  /**
   * The page of a load balancer in the place of an answer.
   *
   * @param status the HTTP status, from 200 to 599
   */
  record Html(int status) implements Fault {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.html(this);
    }
  }

  /** A NextToken that is refused; spoils only lists that carry one. */
  record ExpireToken() implements Fault {
    @Override
    public boolean canSpoil(FaultTarget target, ErrorTables errors) {
      return target.operation().reads() && target.continued();
    }

    @Override
    public <R> R as(Cases<R> cases) {
      return cases.expireToken(this);
    }
  }

  /**
   * Short pages; spoils only lists.
   *
   * @param size the most that a page holds, at least 1
   */
  record PageSize(int size) implements Fault {
    @Override
    public boolean canSpoil(FaultTarget target, ErrorTables errors) {
      return target.operation().reads();
    }

    @Override
    public <R> R as(Cases<R> cases) {
      return cases.pageSize(this);
    }
  }

  /**
   * The right answer in the envelope of the other dialect, which a client may take for an empty
   * one.
   */
  record Envelope() implements Fault {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.envelope(this);
    }
  }

  /**
   * Another body in the place of the answer's.
   *
   * @param content the body; may be empty
   * @param contentType its type, or null for that of the answer's format
   * @param status the HTTP status, from 200 to 599
   */
  record Body(String content, @Nullable String contentType, int status) implements Fault {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.body(this);
    }
  }

  /** A body of the right type that is no document: no text and no format of the gateway. */
  record Garbage() implements Fault {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.garbage(this);
    }
  }

  /**
   * The right answer, in small pieces.
   *
   * @param millis how long it takes from the first piece to the last, from 1 to {@link
   *     FaultReader#MAX_DELAY_MILLIS}
   */
  record Dribble(int millis) implements Fault {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.dribble(this);
    }
  }

  /** A connection that ends in order, without a byte of an answer. */
  record Empty() implements Fault {
    @Override
    public <R> R as(Cases<R> cases) {
      return cases.empty(this);
    }
  }
}
