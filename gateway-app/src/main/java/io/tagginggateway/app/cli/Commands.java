package io.tagginggateway.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tagginggateway.app.config.ConfigException;
import io.tagginggateway.app.fixture.FixtureException;
import io.tagginggateway.app.log.VisibleText;
import io.tagginggateway.app.process.StartException;
import io.tagginggateway.app.tls.TlsException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Finds the command that arguments name, and runs it. A command that cannot run says one line. */
public final class Commands {
  /** A mistake of the user's: in the arguments, the configuration, or a fixture. */
  static final int USAGE = 2;

  private static final String SERVE = "serve";
  private static final String HELP = "help";

  private static final List<String> NAMES =
      List.of("ca", "env", "health", HELP, "ready", "schema", SERVE, "verify");

  private Commands() {}

  /**
   * Runs a command; without a name it is {@code serve}.
   *
   * @return the exit code; a gateway that serves goes on after this returned 0
   */
  public static int run(String... args) {
    ServeArguments serve = ServeArguments.plain(withoutName(args));
    if (serve != null) {
      return plain(() -> serve.command().call());
    }
    if (args[0].equals(HELP)) {
      return run(args.length > 1 && !args[1].equals(HELP) ? args[1] : SERVE, "--help");
    }
    boolean named = !args[0].startsWith("-");
    CommandLine command = command(named ? args[0] : SERVE);
    if (command == null) {
      return say(
          new PrintWriter(System.err, true, UTF_8),
          "unknown command " + args[0] + " (known: " + String.join(", ", NAMES) + ")",
          USAGE);
    }
    return command
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Commands::misused)
        .setExecutionExceptionHandler((problem, line, result) -> failed(problem, line.getErr()))
        .execute(Arrays.copyOfRange(args, named ? 1 : 0, args.length));
  }

  /** One at a time: describing a command to picocli costs time that the others would pay. */
  private static @Nullable CommandLine command(String name) {
    return switch (name) {
      case SERVE -> ServeOptions.commandLine();
      case "ca" -> new CommandLine(new CaCommand());
      case "env" -> new CommandLine(new EnvCommand());
      case "health", "ready" -> new CommandLine(new HealthCommand());
      case "schema" -> new CommandLine(new SchemaCommand());
      case "verify" -> new CommandLine(new VerifyCommand());
      default -> null;
    };
  }

  private static List<String> withoutName(String[] args) {
    List<String> all = Arrays.asList(args);
    return args.length > 0 && args[0].equals(SERVE) ? all.subList(1, args.length) : all;
  }

  /** Without picocli. */
  private static int plain(Callable<Integer> command) {
    try {
      return command.call();
    } catch (Exception e) {
      return failed(e, new PrintWriter(System.err, true, Charset.defaultCharset()));
    }
  }

  private static int misused(ParameterException problem, String[] args) {
    return say(
        problem.getCommandLine().getErr(), problem.getMessage() + "; --help lists them", USAGE);
  }

  private static int failed(Exception problem, PrintWriter err) {
    if (problem instanceof FixtureException bad) {
      bad.problems().forEach(each -> say(err, each.text(), USAGE));
      return bad.more() == 0 ? USAGE : say(err, "and " + bad.more() + " more problems", USAGE);
    }
    if (problem instanceof ConfigException
        || problem instanceof StartException
        || problem instanceof TlsException
        || problem instanceof InvalidPathException) {
      return say(err, String.valueOf(problem.getMessage()), USAGE);
    }
    return say(err, "failed: " + problem, 1);
  }

  static int say(PrintWriter err, String message, int exitCode) {
    err.println("tagging-gateway: " + VisibleText.of(message.replaceAll("\\R", " ")));
    err.flush();
    return exitCode;
  }
}
