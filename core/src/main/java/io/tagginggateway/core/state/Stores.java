package io.tagginggateway.core.state;

import io.tagginggateway.core.auth.Nonces;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;

/**
 * Everything that a gateway keeps between requests, in this process or shared by many. Thread-safe;
 * no call blocks, and a call fails through its stage and then changes nothing.
 *
 * <p>Where gateways share a store, what a completed call changed, here or at another gateway, every
 * request that begins later sees, whichever gateway it comes to.
 */
public interface Stores {

  /** The state as it is now; costs next to nothing, and never waits. */
  State current();

  /** Which nonces were used. */
  Nonces nonces();

  /** The faults in force. */
  FaultStore faults();

  /** The log that gateways share, or empty where no other gateway shares the store. */
  Optional<SharedLog> log();

  /**
   * An empty draft for fixtures, which requests do not see. The caller closes it.
   *
   * @throws io.tagginggateway.core.tag.StoreUnavailableException if there is no room to be had now
   */
  Draft draft();

  /**
   * Compares the state with the fixtures that a reset goes back to. It takes the longer, the more
   * is stored.
   *
   * @param max how many differences are wanted at most; all are counted
   */
  CompletionStage<StateDifferences> differences(int max);

  /**
   * Goes back to the fixtures of the start; isolated accounts, temporary keys and faults are gone.
   */
  CompletionStage<Void> reset();

  /**
   * Checks the health of the store.
   *
   * @return never fails
   */
  CompletionStage<Health> health();

  /** Its gauges, for metrics; read at any time. */
  List<Gauge> gauges();

  /** Releases what the store holds in this process. What is shared stays. */
  CompletionStage<Void> close();

  /**
   * A gauge of the store.
   *
   * @param name the metric's name, without the gateway's prefix
   * @param help what it counts
   * @param value read from any thread; never waits
   */
  record Gauge(String name, String help, LongSupplier value) {}

  /**
   * The health of a store.
   *
   * @param up whether requests are answered
   * @param note what is wrong, in one line without anything secret, or empty
   */
  record Health(boolean up, String note) {

    /** Nothing is wrong. */
    public static final Health GOOD = new Health(true, "");
  }
}
