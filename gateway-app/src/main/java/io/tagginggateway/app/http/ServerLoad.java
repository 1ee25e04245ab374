package io.tagginggateway.app.http;

import io.tagginggateway.app.config.Limits;
import io.tagginggateway.app.memory.MemoryBudget;

/** What the clients of a server hold of it, counted over all event loops. Thread-safe. */
public final class ServerLoad {
  /** One part in four is left to connections, so that requests cannot shut others out. */
  private static final int PARTS = 4;

  private final MemoryBudget budget;
  private final MemoryBudget ofRequests;
  private final Connections connections;
  private final PendingRequestLimit pending;

  /** The load of a server that does not serve yet. */
  public ServerLoad(Limits limits, MemoryBudget budget) {
    this.budget = budget;
    ofRequests = budget.part(budget.bytes() / PARTS * (PARTS - 1));
    connections = new Connections(limits, budget, ofRequests);
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

  /** The bytes that clients hold, of those they may. */
  public MemoryBudget budget() {
    return budget;
  }

  /** The bytes of all that comes and goes on connections. */
  MemoryBudget ofRequests() {
    return ofRequests;
  }

  Connections connections() {
    return connections;
  }

  PendingRequestLimit pending() {
    return pending;
  }
}
