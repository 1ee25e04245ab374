package io.tagginggateway.app.admin;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A caller left within a call: there is nobody to answer, and nothing to log. */
final class CallerIsGone extends IOException {
  CallerIsGone() {
    this(null);
  }

  CallerIsGone(@Nullable Throwable cause) {
    super("the caller is gone", cause);
  }
}
