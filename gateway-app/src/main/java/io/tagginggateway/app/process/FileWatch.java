package io.tagginggateway.app.process;

import io.tagginggateway.app.admin.Readiness;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.state.Stores;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@link Reload} on a thread of its own, so often that a change is in force within two
 * seconds: a file must be found the same twice, and a file that a configuration newly names once
 * more.
 */
final class FileWatch implements AutoCloseable {
  private static final long PERIOD_MILLIS = 400;

  private final GatewayConfig config;
  private final FixtureLoader loader;
  private final Map<Path, FileStamp> loaded;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(FileWatch::daemon);

  /** Made before the files are loaded, so that no change is missed. */
  FileWatch(GatewayConfig config, Products products) {
    this.config = config;
    this.loader = StartWarnings.loader(config, products);
    this.loaded = Reload.stamps(config, null);
  }

  /**
   * Starts to look, until it is closed; if there is no file to look at, nothing does. That it has
   * not seen the configuration's file makes it read that once more, so that a change during the
   * start is not missed either.
   */
  void start(
      @Nullable Path configFile,
      Callable<GatewayConfig> reader,
      Stores state,
      Readiness readiness) {
    if (configFile == null && loaded.isEmpty()) {
      return;
    }
    Reload reload = new Reload(config, loaded, configFile, reader, loader, state, readiness);
    ScheduledFuture<?> unused =
        thread.scheduleWithFixedDelay(reload, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "reload");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
