package io.tagginggateway.app.state;

/** The state of the moment. Any thread may read or replace it. */
public final class StateHolder {
  private volatile GatewayState current;

  /** Holds {@code initial} until it is replaced. */
  public StateHolder(GatewayState initial) {
    current = initial;
  }

  /** The state as it is now. */
  public GatewayState current() {
    return current;
  }

  /** Puts another state in its place; requests under way finish on the old one. */
  public void replace(GatewayState next) {
    current = next;
  }
}
