package io.tagginggateway.core.state;

import java.util.concurrent.CompletionStage;

/**
 * Everything that a gateway keeps between requests, in this process or shared by many. Thread-safe;
 * no call blocks, and a call fails through its stage and then changes nothing.
 *
 * @param <S> what this kind of store makes aside, such as from fixtures, before it puts it in place
 */
public interface Stores<S extends State> {

  /** The state as it is now; costs next to nothing, and never waits. */
  S current();

  /** Puts another state in place of this one, whole. */
  CompletionStage<Void> replace(S next);

  /**
   * Adds to the state. A resource or an access key that is in both is as {@code more} says; callers
   * lose nothing that they write meanwhile.
   */
  CompletionStage<Void> add(S more);

  /** Goes back to the fixtures of the start; isolated accounts are gone. */
  CompletionStage<Void> reset();

  /** Puts the fixtures, read anew, in place; from now on a reset goes back to them. */
  CompletionStage<Void> restart(S fixtures);
}
