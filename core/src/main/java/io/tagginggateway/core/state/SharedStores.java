package io.tagginggateway.core.state;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Stores that outlive the process, and that several processes may share. */
public interface SharedStores extends Stores {

  /**
   * Does what the fixtures of a start ask for. Of gateways that start together one does it while
   * the others wait, and then find it done.
   *
   * @param mode what is asked for
   * @param load fills a draft with the fixtures; it may block, and runs on a thread that may
   * @return completes when the state is as asked for; fails with what {@code load} throws
   */
  CompletionStage<Void> start(FixtureMode mode, Consumer<Draft> load);
}
