package io.tagginggateway.testkit;

import io.tagginggateway.app.fixture.FixtureSource;
import io.tagginggateway.app.input.InputFormat;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the state of the start comes from.
 *
 * @param given the text of a fixture, or the name of a resource or file
 * @param file whether it can only be a file
 */
record Fixture(String given, boolean file) {

  /** Looked up when it is needed, so that a missing one fails the test and not its class. */
  FixtureSource source() {
    if (!file && isText()) {
      byte[] bytes = given.getBytes(StandardCharsets.UTF_8);
      InputFormat format = given.startsWith("{") ? InputFormat.JSON : InputFormat.YAML;
      return new FixtureSource("fixture", format, () -> new ByteArrayInputStream(bytes));
    }
    URL resource = file ? null : resource();
    return resource == null
        ? FixtureSource.file(Path.of(given))
        : new FixtureSource(given, InputFormat.ofName(given), resource::openStream);
  }

  /** No name of a file looks like this. */
  private boolean isText() {
    return given.indexOf('\n') >= 0 || given.startsWith("{") || given.startsWith("accounts:");
  }

  private @Nullable URL resource() {
    String name = given.startsWith("/") ? given.substring(1) : given;
    ClassLoader tests = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = tests == null ? Fixture.class.getClassLoader() : tests;
    return name.isEmpty() || loader == null ? null : loader.getResource(name);
  }
}
