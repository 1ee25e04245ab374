package io.tagginggateway.app.http;

import io.tagginggateway.app.config.Limits;

/** What the clients of a server hold of it, counted over all event loops. Thread-safe. */
public final class ServerLoad {
  private final Connections connections;
  private final PendingRequestLimit pending;

  /** The load of a server that does not serve yet. */
  public ServerLoad(Limits limits) {
    connections = new Connections(limits);
    pending = new PendingRequestLimit(limits.queue());
  }

  /** How many requests wait at this moment, for their body or for the end of a delay. */
  public int waiting() {
    return pending.waiting();
  }

  /** How many connections are open at this moment. */
  public int open() {
    return connections.open();
  }

  Connections connections() {
    return connections;
  }

  PendingRequestLimit pending() {
    return pending;
  }
}
