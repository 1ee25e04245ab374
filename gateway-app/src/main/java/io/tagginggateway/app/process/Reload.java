package io.tagginggateway.app.process;

import io.tagginggateway.app.admin.Readiness;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.state.StateHolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the files that the state came from have changed, and if so puts the state that they
 * now describe in the place of the old one, whole. What callers had written is gone then: the files
 * say what there is. A file that cannot be loaded changes nothing, and readiness tells why.
 *
 * <p>Of the configuration, {@code fixtures} and {@code demo} can change at run time. Lives on one
 * thread, which it blocks while it loads.
 */
final class Reload implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

  private final @Nullable Path configFile;
  private final Callable<GatewayConfig> reader;
  private final FixtureLoader loader;
  private final StateHolder state;
  private final Readiness readiness;
  private GatewayConfig config;
  private Map<Path, FileStamp> seen;

  /**
   * A watch that starts from what was loaded.
   *
   * @param seen the stamps of before the files were loaded, so that no change is missed
   * @param configFile the configuration's file, or null if there is none
   * @param reader reads the whole configuration anew
   */
  Reload(
      GatewayConfig config,
      Map<Path, FileStamp> seen,
      @Nullable Path configFile,
      Callable<GatewayConfig> reader,
      FixtureLoader loader,
      StateHolder state,
      Readiness readiness) {
    this.config = config;
    this.seen = seen;
    this.configFile = configFile;
    this.reader = reader;
    this.loader = loader;
    this.state = state;
    this.readiness = readiness;
  }

  /** The files of a configuration as they are now. */
  static Map<Path, FileStamp> stamps(GatewayConfig config, @Nullable Path configFile) {
    Map<Path, FileStamp> stamps = new TreeMap<>();
    config.fixtures().forEach(file -> stamps.put(file, FileStamp.of(file)));
    if (configFile != null) {
      stamps.put(configFile, FileStamp.of(configFile));
    }
    return stamps;
  }

  @Override
  public void run() {
    Map<Path, FileStamp> now = stamps(config, configFile);
    if (now.equals(seen)) {
      return;
    }
    Set<Path> changed = new TreeSet<>();
    now.forEach(
        (file, stamp) -> {
          if (!stamp.equals(seen.get(file))) {
            changed.add(file);
          }
        });
    seen = now;
    try {
      reload(changed);
      readiness.reloadProblem(null);
    } catch (Exception e) {
      LOG.error("Not reloaded, the old state stays: {}", e.getMessage());
      readiness.reloadProblem(String.valueOf(e.getMessage()));
    }
  }

  private void reload(Set<Path> changed) throws Exception {
    GatewayConfig next = configFile == null ? config : reader.call();
    // New files may be named; their stamps are taken before they are read.
    Map<Path, FileStamp> stamps = stamps(next, configFile);
    boolean otherFixtures =
        !next.fixtures().equals(config.fixtures()) || next.demo() != config.demo();
    List<Path> loaded = next.fixtures();
    if (otherFixtures || changed.stream().anyMatch(loaded::contains) || readiness.hasProblem()) {
      state.restart(loader.load(GatewayAssembly.fixtures(next)));
      LOG.info("Reloaded after a change of {}", changed);
    }
    if (!next.withFixturesOf(config).equals(config)) {
      LOG.warn("{}: settings but fixtures and demo take effect at the next start", configFile);
    }
    config = config.withFixturesOf(next);
    seen = stamps;
  }
}
