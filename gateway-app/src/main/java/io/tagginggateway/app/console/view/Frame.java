package io.tagginggateway.app.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param section where it belongs, or null if nowhere
 * @param title its name
 * @param notice what was just done, or empty
 * @param problems what is wrong, one line each; empty if nothing is
 * @param session whether there is a session to end
 */
public record Frame(
    @Nullable Section section,
    String title,
    String notice,
    List<String> problems,
    boolean session) {

  /** A page of a section, with nothing to say besides. */
  public static Frame of(Section section, String title, boolean session) {
    return new Frame(section, title, "", List.of(), session);
  }

  /** The same with a notice. */
  public Frame noting(String done) {
    return new Frame(section, title, done, problems, session);
  }

  /** The same with problems. */
  public Frame with(List<String> wrong) {
    return new Frame(section, title, notice, wrong, session);
  }
}
