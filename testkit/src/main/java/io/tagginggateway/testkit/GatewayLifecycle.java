package io.tagginggateway.testkit;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** When a gateway is started and ended. Any thread may use it. */
final class GatewayLifecycle {
  private static final Namespace SHARED = Namespace.create(GatewayLifecycle.class);

  private final Namespace own = Namespace.create(GatewayLifecycle.class, new Object());
  private Settings settings;
  private @Nullable RunningGateway running;
  private int users;

  GatewayLifecycle(Settings settings) {
    this.settings = settings;
  }

  synchronized void configure(UnaryOperator<Settings> change) {
    if (running != null) {
      throw new IllegalStateException("the gateway serves already");
    }
    settings = change.apply(settings);
  }

  synchronized RunningGateway running() {
    if (running == null) {
      throw new IllegalStateException(
          "the gateway does not serve: its field needs @RegisterExtension, and it serves"
              + " from before the first test until after the last; without JUnit call start()");
    }
    return running;
  }

  synchronized boolean resetsBeforeEach() {
    return settings.resetsBeforeEach();
  }

  /** Makes sure that it serves in a context, and in those within, which find the lease of it. */
  void serve(ExtensionContext context) {
    Settings now = settings();
    if (now.shared()) {
      SharedGateway lease =
          context
              .getRoot()
              .getStore(SHARED)
              .getOrComputeIfAbsent(now, GatewayLifecycle::lease, SharedGateway.class);
      use(lease.gateway());
    } else {
      context.getStore(own).getOrComputeIfAbsent("lease", key -> acquire(), SharedGateway.class);
    }
  }

  private static SharedGateway lease(Settings settings) {
    RunningGateway gateway = RunningGateway.start(settings);
    return new SharedGateway(gateway, gateway::close);
  }

  private synchronized Settings settings() {
    return settings;
  }

  private synchronized void use(RunningGateway gateway) {
    running = gateway;
  }

  /** Several classes may use one extension, at the same time: the last one ends the gateway. */
  synchronized SharedGateway acquire() {
    if (running == null || users == 0) {
      running = RunningGateway.start(settings);
    }
    users++;
    return new SharedGateway(running, this::release);
  }

  synchronized void release() {
    if (users > 0) {
      users--;
      if (users == 0 && running != null) {
        running.close();
        running = null;
      }
    }
  }
}
