package io.tagginggateway.app.admin;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/**
 * Worker threads for admin calls that block until a slow caller reads or sends more. Work that does
 * not depend on the caller's speed runs on the default worker pool of Vert.x.
 */
public final class AdminWorkers {
  private static final int THREADS = 4;

  private AdminWorkers() {}

  /**
   * The threads of a Vert.x, the same for all its event loops. They end with it, or when nobody
   * holds what this returns any more.
   */
  public static WorkerExecutor of(Vertx vertx) {
    return vertx.createSharedWorkerExecutor("tagging-gateway-admin", THREADS);
  }
}
