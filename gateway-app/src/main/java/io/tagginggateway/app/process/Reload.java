package io.tagginggateway.app.process;

import io.tagginggateway.app.admin.Readiness;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fixture.FixtureException;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.core.state.Draft;
import io.tagginggateway.core.state.FixtureMode;
import io.tagginggateway.core.state.Stores;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the files that the state came from have changed, and if so puts the state that they
 * now describe in the place of the old one, whole. What callers had written is gone then: the files
 * say what there is. A file that cannot be loaded changes nothing, and readiness tells why.
 *
 * <p>A file is read when two looks in a row found it the same, and what was read counts when it is
 * still the same afterwards: a file that is being written is not taken for a whole one.
 *
 * <p>Of the configuration, {@code fixtures} and {@code demo} can change at run time. Lives on one
 * thread, which it blocks while it loads.
 */
final class Reload implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

  private final @Nullable Path configFile;
  private final Callable<GatewayConfig> reader;
  private final FixtureLoader loader;
  private final Stores state;
  private final Readiness readiness;
  private GatewayConfig config;

  /** What is looked at; more than what was loaded, if a file of the next state was bad. */
  private Set<Path> files;

  /** The files as they were when they were last loaded or refused. */
  private Map<Path, FileStamp> seen;

  /** The files as they were when the state was made of them. */
  private Map<Path, FileStamp> loaded;

  /** The files as the last look found them. */
  private Map<Path, FileStamp> found = Map.of();

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
      Stores state,
      Readiness readiness) {
    this.config = config;
    this.files = files(config, configFile);
    this.seen = seen;
    this.loaded = seen;
    this.configFile = configFile;
    this.reader = reader;
    this.loader = loader;
    this.state = state;
    this.readiness = readiness;
  }

  /** The files of a configuration as they are now. */
  static Map<Path, FileStamp> stamps(GatewayConfig config, @Nullable Path configFile) {
    return stamps(files(config, configFile));
  }

  private static Map<Path, FileStamp> stamps(Set<Path> files) {
    Map<Path, FileStamp> stamps = new TreeMap<>();
    files.forEach(file -> stamps.put(file, FileStamp.of(file)));
    return stamps;
  }

  private static Set<Path> files(GatewayConfig config, @Nullable Path configFile) {
    Set<Path> files = new TreeSet<>(config.fixtures());
    if (configFile != null) {
      files.add(configFile);
    }
    return files;
  }

  /** Throws nothing, not even when memory is out: else no later change would be seen. */
  @Override
  public void run() {
    try {
      look();
    } catch (Throwable e) {
      try {
        seen = found;
        refused(e);
      } catch (Throwable again) {
        // Without memory to say so there is nothing left to do but to look again.
      }
    }
  }

  private void look() throws Exception {
    Map<Path, FileStamp> before = found;
    found = stamps(files);
    if (!found.equals(seen) && found.equals(before)) {
      reload();
    }
  }

  private void reload() throws Exception {
    FixtureMode mode = config.store().fixtures();
    GatewayConfig next = configFile == null ? config : reader.call();
    files = files(next, configFile);
    files.addAll(config.fixtures());
    if (!isAsFound()) {
      return;
    }
    if (mode != FixtureMode.NEVER && (hasOtherFixtures(next) || hasChangedFixtures(next))) {
      try (Draft draft = state.draft()) {
        loader.load(GatewayAssembly.fixtures(next), draft);
        if (!isAsFound()) {
          return;
        }
        (mode == FixtureMode.MERGE ? draft.add() : draft.reload()).toCompletableFuture().join();
      }
      LOG.info("Reloaded after a change of {}", changed());
    }
    if (!next.withFixturesOf(config).equals(config)) {
      LOG.warn("{}: settings but fixtures and demo take effect at the next start", configFile);
    }
    config = config.withFixturesOf(next);
    files = files(config, configFile);
    seen = stampsOf(files);
    loaded = seen;
    readiness.reloadProblem(null);
  }

  /** If not, the next look finds out whether they stay as they are now. */
  private boolean isAsFound() {
    Map<Path, FileStamp> now = stamps(files);
    boolean same = now.equals(found);
    found = now;
    return same;
  }

  private boolean hasOtherFixtures(GatewayConfig next) {
    return !next.fixtures().equals(config.fixtures()) || next.demo() != config.demo();
  }

  /** Not so a file that was gone, or bad, and is again as it was loaded: callers lose nothing. */
  private boolean hasChangedFixtures(GatewayConfig next) {
    return changed().stream().anyMatch(next.fixtures()::contains);
  }

  private Set<Path> changed() {
    Set<Path> changed = new TreeSet<>();
    found.forEach(
        (file, stamp) -> {
          if (!stamp.equals(loaded.get(file))) {
            changed.add(file);
          }
        });
    return changed;
  }

  private Map<Path, FileStamp> stampsOf(Set<Path> some) {
    Map<Path, FileStamp> stamps = new TreeMap<>(found);
    stamps.keySet().retainAll(some);
    return stamps;
  }

  private void refused(Throwable problem) {
    Throwable cause =
        problem instanceof CompletionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    if (cause instanceof FixtureException bad) {
      if (bad.problems().size() > 1) {
        bad.problems().forEach(each -> LOG.error("{}", each.text()));
      }
      LOG.error("Not reloaded, the old state stays: {}", bad.summary());
      readiness.reloadProblem(bad.summary());
      return;
    }
    String reason = cause instanceof Error ? cause.toString() : String.valueOf(cause.getMessage());
    LOG.error("Not reloaded, the old state stays: {}", reason);
    readiness.reloadProblem(reason);
  }
}
