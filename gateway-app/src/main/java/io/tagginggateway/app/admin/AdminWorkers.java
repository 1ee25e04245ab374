package io.tagginggateway.app.admin;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/**
 * The few threads that may wait for slow callers of the admin API; who needs no caller to go on
 * uses the others of Vert.x.
 */
final class AdminWorkers {
  private static final int THREADS = 4;

  private AdminWorkers() {}

  /**
   * The threads of a Vert.x, the same for all its event loops. They end with it, or when nobody
   * holds what this returns any more.
   */
  static WorkerExecutor of(Vertx vertx) {
    return vertx.createSharedWorkerExecutor("tagging-gateway-admin", THREADS);
  }
}
