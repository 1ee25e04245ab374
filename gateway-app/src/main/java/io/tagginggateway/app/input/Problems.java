package io.tagginggateway.app.input;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in one line why a file could not be read. */
public final class Problems {
  private Problems() {}

  /** The file, the line where one is known, and the reason. */
  public static String describe(String file, IOException problem) {
    int line = line(problem);
    return (line > 0 ? file + ":" + line : file) + ": " + reason(problem);
  }

  /** The line of the problem, or 0 where none is known. */
  public static int line(IOException problem) {
    if (problem instanceof JsonProcessingException syntax) {
      if (problem.getCause() instanceof MarkedYAMLException yaml) {
        Mark mark = yaml.getProblemMark();
        return mark == null ? 0 : mark.getLine() + 1;
      }
      JsonLocation location = syntax.getLocation();
      return location == null || isNotUtf8(problem) ? 0 : Math.max(0, location.getLineNr());
    }
    return 0;
  }

  /** What is wrong, in one line. */
  public static String reason(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return "no such file";
    }
    if (problem instanceof AccessDeniedException) {
      return "may not be read";
    }
    if (isNotUtf8(problem)) {
      return "is not UTF-8";
    }
    if (problem instanceof JsonProcessingException syntax) {
      return problem.getCause() instanceof MarkedYAMLException yaml
          ? firstLine(yaml.getProblem())
          : firstLine(syntax.getOriginalMessage());
    }
    return "cannot be read: " + firstLine(problem.getMessage());
  }

  private static boolean isNotUtf8(IOException problem) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharConversionException) {
        return true;
      }
    }
    return false;
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "unknown reason" : text.lines().findFirst().orElse("").strip();
  }
}
