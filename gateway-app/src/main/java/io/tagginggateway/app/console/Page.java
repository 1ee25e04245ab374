package io.tagginggateway.app.console;

import java.io.IOException;

/** One path of the console with one method. Thread-safe. */
@FunctionalInterface
interface Page {

  /** Answers a call, on a thread that may block. */
  Reply answer(Call call) throws IOException;
}
