package io.tagginggateway.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagginggateway.app.admin.Readiness;
import io.tagginggateway.app.config.CommandLineSettings;
import io.tagginggateway.app.config.ConfigLoader;
import io.tagginggateway.app.config.GatewayConfig;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.state.GatewayState;
import io.tagginggateway.app.state.StateHolder;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.file.ProductBundle;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReloadTest {
  private static final Products PRODUCTS = ProductBundle.installed();

  @TempDir Path work;
  private final Vertx vertx = Vertx.vertx();
  private final StateHolder state = new StateHolder(GatewayState.empty());
  private final Readiness readiness = new Readiness(List.of(), state);

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void nothingIsLoadedWhileNothingChanges() throws Exception {
    Reload reload = reload(null, config(write("fixtures.yaml", fixture("1111111111111111"))));
    GatewayState before = state.current();
    look(reload);
    look(reload);
    assertThat(state.current()).isSameAs(before);
  }

  @Test
  void aChangedFileTakesThePlaceOfTheOldState() throws Exception {
    Path file = write("fixtures.yaml", fixture("1111111111111111"));
    Reload reload = reload(null, config(file));
    Files.writeString(file, fixture("1111111111111111") + fixtureMore("2222222222222222"));
    look(reload);
    assertThat(state.current().accounts()).containsExactly("1111111111111111", "2222222222222222");
  }

  @Test
  void aConfigMapThatSwapsItsLinkIsAChange() throws Exception {
    Path old = Files.createDirectory(work.resolve("..2026_1"));
    Path next = Files.createDirectory(work.resolve("..2026_2"));
    Files.writeString(old.resolve("fixtures.yaml"), fixture("1111111111111111"));
    Files.writeString(next.resolve("fixtures.yaml"), fixture("3333333333333333"));
    Files.setLastModifiedTime(
        next.resolve("fixtures.yaml"), Files.getLastModifiedTime(old.resolve("fixtures.yaml")));
    Path data = Files.createSymbolicLink(work.resolve("..data"), old.getFileName());
    Path file =
        Files.createSymbolicLink(work.resolve("fixtures.yaml"), Path.of("..data/fixtures.yaml"));
    Reload reload = reload(null, config(file));
    Path other = Files.createSymbolicLink(work.resolve("..data_tmp"), next.getFileName());
    Files.move(other, data, StandardCopyOption.ATOMIC_MOVE);
    look(reload);
    assertThat(state.current().accounts()).containsExactly("3333333333333333");
  }

  @Test
  void aBadFileKeepsTheOldStateAndSaysWhy() throws Exception {
    Path file = write("fixtures.yaml", fixture("1111111111111111"));
    Reload reload = reload(null, config(file));
    GatewayState before = state.current();
    Files.writeString(file, "accounts: [{ id: short-of-digits, wrong: true }]");
    look(reload);
    assertThat(state.current()).isSameAs(before);
    assertThat(readiness.hasProblem()).isTrue();
    Files.writeString(file, fixture("2222222222222222"));
    look(reload);
    assertThat(readiness.hasProblem()).isFalse();
    assertThat(state.current().accounts()).containsExactly("2222222222222222");
  }

  @Test
  void aFileThatIsGoneKeepsTheOldState() throws Exception {
    Path file = write("fixtures.yaml", fixture("1111111111111111"));
    Reload reload = reload(null, config(file));
    GatewayState before = state.current();
    Files.delete(file);
    look(reload);
    assertThat(state.current()).isSameAs(before);
    assertThat(readiness.hasProblem()).isTrue();
  }

  @Test
  void theConfigurationMayNameOtherFixtures() throws Exception {
    Path first = write("first.yaml", fixture("1111111111111111"));
    Path second = write("second.yaml", fixture("2222222222222222"));
    Path configFile = write("config.yaml", "fixtures: [first.yaml]");
    Reload reload = reload(configFile, config(first));
    Files.writeString(configFile, "fixtures: [second.yaml, first.yaml]\nregion: cn-beijing");
    look(reload);
    assertThat(state.current().accounts()).containsExactly("2222222222222222", "1111111111111111");
    Files.writeString(second, fixture("4444444444444444"));
    look(reload);
    assertThat(state.current().accounts()).containsExactly("4444444444444444", "1111111111111111");
  }

  @Test
  void aBadConfigurationKeepsTheOldState() throws Exception {
    Path configFile = write("config.yaml", "demo: true");
    Reload reload = reload(configFile, read(configFile));
    GatewayState before = state.current();
    Files.writeString(configFile, "dmeo: false");
    look(reload);
    assertThat(state.current()).isSameAs(before);
    assertThat(readiness.hasProblem()).isTrue();
    Files.writeString(configFile, "demo: true # as before");
    look(reload);
    assertThat(state.current()).isSameAs(before);
    assertThat(readiness.hasProblem()).isFalse();
  }

  @Test
  void aFileThatIsStillBeingWrittenIsNotTaken() throws Exception {
    Path file = write("fixtures.yaml", fixture("1111111111111111"));
    Reload reload = reload(null, config(file));
    GatewayState before = state.current();
    String whole = fixture("2222222222222222") + fixtureMore("3333333333333333");
    for (int end : new int[] {0, 10, 30, 40}) {
      Files.writeString(file, whole.substring(0, end));
      reload.run();
      assertThat(state.current()).isSameAs(before);
      assertThat(readiness.hasProblem()).isFalse();
    }
    Files.writeString(file, whole);
    look(reload);
    assertThat(state.current().accounts()).containsExactly("2222222222222222", "3333333333333333");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "accounts:", "null", "{\"accounts\": ["})
  void aTruncatedFileIsAProblemAndNoState(String truncated) throws Exception {
    Path file = write("fixtures.yaml", fixture("1111111111111111"));
    Reload reload = reload(null, config(file));
    GatewayState before = state.current();
    Files.writeString(file, truncated);
    look(reload);
    assertThat(state.current()).isSameAs(before);
    assertThat(readiness.hasProblem()).isTrue();
    Files.writeString(file, fixture("2222222222222222"));
    look(reload);
    assertThat(readiness.hasProblem()).isFalse();
  }

  @Test
  void aFileThatComesBackAsItWasLosesNothing() throws Exception {
    Path file = write("fixtures.yaml", fixture("1111111111111111"));
    Reload reload = reload(null, config(file));
    GatewayState before = state.current();
    for (int looks = 1; looks <= 3; looks++) {
      Path aside = Files.move(file, work.resolve("aside.yaml"));
      for (int i = 0; i < looks; i++) {
        reload.run();
      }
      assertThat(readiness.hasProblem()).isEqualTo(looks > 1);
      Files.move(aside, file);
      look(reload);
      assertThat(state.current()).isSameAs(before);
      assertThat(readiness.hasProblem()).isFalse();
    }
  }

  @Test
  void anErrorEndsNoLaterReload() throws Exception {
    Path configFile = write("config.yaml", "demo: true");
    GatewayConfig config = read(configFile);
    Deque<Throwable> problems = new ArrayDeque<>();
    problems.add(new OutOfMemoryError("Java heap space"));
    problems.add(new StackOverflowError());
    problems.add(new IOException("disk"));
    Callable<GatewayConfig> reader =
        () -> {
          if (problems.peek() instanceof Error error) {
            problems.remove();
            throw error;
          }
          if (problems.peek() instanceof Exception exception) {
            problems.remove();
            throw exception;
          }
          return read(configFile);
        };
    Reload reload = reload(configFile, config, reader);
    GatewayState before = state.current();
    for (String text : List.of("demo: false ", "demo: false  ", "demo: false   ")) {
      Files.writeString(configFile, text);
      look(reload);
      assertThat(state.current()).isSameAs(before);
      assertThat(readiness.hasProblem()).isTrue();
    }
    Files.writeString(configFile, "demo: false");
    look(reload);
    assertThat(readiness.hasProblem()).isFalse();
    assertThat(state.current().accounts()).isEmpty();
  }

  @Test
  void aBadFileThatTheConfigurationNewlyNamesIsLookedAtUntilItIsGood() throws Exception {
    Path first = write("first.yaml", fixture("1111111111111111"));
    Path configFile = write("config.yaml", "fixtures: [first.yaml]");
    Reload reload = reload(configFile, config(first));
    Files.writeString(configFile, "fixtures: [second.yaml]");
    look(reload);
    assertThat(readiness.hasProblem()).isTrue();
    write("second.yaml", fixture("2222222222222222"));
    look(reload);
    assertThat(readiness.hasProblem()).isFalse();
    assertThat(state.current().accounts()).containsExactly("2222222222222222");
  }

  /** As often as it takes for a change to be seen, also of a file that is newly named. */
  private static void look(Reload reload) {
    for (int i = 0; i < 3; i++) {
      reload.run();
    }
  }

  private Reload reload(Path configFile, GatewayConfig config) {
    return reload(configFile, config, () -> read(configFile));
  }

  private Reload reload(Path configFile, GatewayConfig config, Callable<GatewayConfig> reader) {
    FixtureLoader loader = new FixtureLoader(PRODUCTS);
    Map<Path, FileStamp> stamps = Reload.stamps(config, configFile);
    state.restart(loader.load(GatewayAssembly.fixtures(config))).join();
    return new Reload(config, stamps, configFile, reader, loader, state, readiness);
  }

  private GatewayConfig read(Path configFile) {
    return new ConfigLoader(vertx, PRODUCTS, Map.of())
        .load(CommandLineSettings.of(configFile.toString()))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static GatewayConfig config(Path fixtures) {
    return ConfigLoader.defaults(PRODUCTS).withFixtures(List.of(fixtures));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(work.resolve(name), text);
  }

  private static String fixture(String account) {
    return "accounts:\n" + fixtureMore(account);
  }

  private static String fixtureMore(String account) {
    return "  - id: \"" + account + "\"\n";
  }
}
