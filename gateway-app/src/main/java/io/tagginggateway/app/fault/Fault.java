package io.tagginggateway.app.fault;

import org.jspecify.annotations.Nullable;

/** What happens to a request that a rule spoils. */
public sealed interface Fault {

  /** The name of its kind in rules and metrics. */
  String type();

  /**
   * An error in the product's own envelope.
   *
   * @param code the code
   * @param status the HTTP status, or null for the one in the product's table
   * @param message the text, or null for the one in the product's table
   */
  record Failure(String code, @Nullable Integer status, @Nullable String message) implements Fault {
    @Override
    public String type() {
      return "error";
    }
  }

  /**
   * An answer that comes late.
   *
   * @param millis how late, from 0 to {@link FaultReader#MAX_DELAY_MILLIS}
   */
  record Delay(int millis) implements Fault {
    @Override
    public String type() {
      return "delay";
    }
  }

  /** A connection that is reset, without an answer. */
  record Reset() implements Fault {
    @Override
    public String type() {
      return "reset";
    }
  }

  /**
   * An answer that announces its whole length and breaks off.
   *
   * @param bytes how many bytes of the body are sent; at least one is always missing
   */
  record Truncate(int bytes) implements Fault {
    @Override
    public String type() {
      return "truncate";
    }
  }

  /**
   * The page of a load balancer in the place of an answer.
   *
   * @param status the HTTP status, from 200 to 599
   */
  record Html(int status) implements Fault {
    @Override
    public String type() {
      return "html";
    }
  }

  /** A NextToken that is refused; spoils only lists that carry one. */
  record ExpireToken() implements Fault {
    @Override
    public String type() {
      return "expire-token";
    }
  }

  /**
   * Short pages; spoils only lists.
   *
   * @param size the most that a page holds, at least 1
   */
  record PageSize(int size) implements Fault {
    @Override
    public String type() {
      return "page-size";
    }
  }
}
