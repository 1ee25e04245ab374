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
public final class JarProcess implements AutoCloseable {
  private static final Pattern HTTP_PORT = Pattern.compile("http://127\\.0\\.0\\.1:([0-9]+)");
  private static final Pattern HTTPS_PORT = Pattern.compile("https://127\\.0\\.0\\.1:([0-9]+)");

  /** Where both listeners answer. */
  public record Ports(int http, int https) {}

  /** What a process said that has ended. */
  public record Ended(int exitCode, String out, String err) {}

  private final Process process;
  private final BufferedReader out;
  private final CompletableFuture<List<String>> err;

  private JarProcess(Process process) {
    this.process = process;
    this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    this.err = CompletableFuture.supplyAsync(this::readErrors);
  }

  public static JarProcess start(Map<String, String> environment, String... args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-jar");
    command.add(System.getProperty("gateway.jar"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return new JarProcess(builder.start());
  }

  /** Runs one to its end. */
  public static Ended run(Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    try (JarProcess process = start(environment, args)) {
      StringBuilder out = new StringBuilder();
      for (String line = process.nextLine(); line != null; line = process.nextLine()) {
        out.append(line).append('\n');
      }
      List<String> err = process.errors();
      return new Ended(
          process.exitCode(), out.toString(), err.isEmpty() ? "" : String.join("\n", err) + "\n");
    }
  }

  /** The next line on standard output, or null at its end. */
  public String nextLine() throws IOException {
    return out.readLine();
  }

  /** Waits for the line that says it serves, and takes the port of the plain listener from it. */
  public int port() throws IOException {
    return port(HTTP_PORT, nextLine());
  }

  /** The same with https enabled. */
  public Ports ports() throws IOException {
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
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Ends its standard input, as the end of the process that started it would. */
  public void closeInput() throws IOException {
    process.getOutputStream().close();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public int exitCode() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("It does not end");
    }
    return process.exitValue();
  }

  /** Everything on standard error, once the process has ended. */
  public List<String> errors() {
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
