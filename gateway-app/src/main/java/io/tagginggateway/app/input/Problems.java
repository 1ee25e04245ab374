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
    if (problem instanceof NoSuchFileException) {
      return file + ": no such file";
    }
    if (problem instanceof AccessDeniedException) {
      return file + ": may not be read";
    }
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharConversionException) {
        return file + ": is not UTF-8";
      }
    }
    if (problem instanceof JsonProcessingException syntax) {
      return syntax(file, syntax);
    }
    return file + ": cannot be read: " + firstLine(problem.getMessage());
  }

  private static String syntax(String file, JsonProcessingException problem) {
    if (problem.getCause() instanceof MarkedYAMLException yaml) {
      Mark mark = yaml.getProblemMark();
      return at(file, mark == null ? 0 : mark.getLine() + 1) + ": " + firstLine(yaml.getProblem());
    }
    JsonLocation location = problem.getLocation();
    return at(file, location == null ? 0 : location.getLineNr())
        + ": "
        + firstLine(problem.getOriginalMessage());
  }

  private static String at(String file, int line) {
    return line > 0 ? file + ":" + line : file;
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "unknown reason" : text.lines().findFirst().orElse("").strip();
  }
}
