package io.tagginggateway.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar in a process of its own, as a user runs it. */
final class JarProcess implements AutoCloseable {
  private static final Pattern HTTP_PORT = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)");
  private static final Pattern HTTPS_PORT = Pattern.compile("https://127\\.0\\.0\\.1:([0-9]+)");

  /** Where both listeners answer. */
  record Ports(int http, int https) {}

  private final Process process;
  private final BufferedReader out;
  private final CompletableFuture<List<String>> err;

  private JarProcess(Process process) {
    this.process = process;
    this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    this.err = CompletableFuture.supplyAsync(this::readErrors);
  }

  static JarProcess start(Map<String, String> environment, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(System.getProperty("gateway.jar"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return new JarProcess(builder.start());
  }

  /** The next line on standard output, or null at its end. */
  String nextLine() throws IOException {
    return out.readLine();
  }

  /** Waits for the line that says it serves, and takes the port of the plain listener from it. */
  int port() throws IOException {
    return port(HTTP_PORT, nextLine());
  }

  /** The same with https enabled. */
  Ports ports() throws IOException {
    String line = nextLine();
    return new Ports(port(HTTP_PORT, line), port(HTTPS_PORT, line));
  }

  private int port(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line == null ? "" : line);
    if (!matcher.find()) {
      throw new IllegalStateException("Not a ready line: " + line + errors());
    }
    return Integer.parseInt(matcher.group(1));
  }

  /** Sends a signal, such as {@code TERM}. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Ends its standard input, as the end of the process that started it would. */
  void closeInput() throws IOException {
    process.getOutputStream().close();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("It does not end");
    }
    return process.exitValue();
  }

  /** Everything on standard error, once the process has ended. */
  List<String> errors() {
    return err.join();
  }

  private List<String> readErrors() {
    List<String> lines =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8)).lines().toList();
    lines.forEach(LogGate::inspect);
    return lines;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
