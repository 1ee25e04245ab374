package io.tagginggateway.store.postgresql.state;

/**
 * The beginning of a {@link java.util.Random}, whose steps the database makes, so that a fault with
 * a seed strikes the same requests whatever store counts them. Its Javadoc gives the numbers.
 */
final class JavaRandom {
  private static final long MULTIPLIER = 0x5DEECE66DL;
  private static final long MASK = (1L << 48) - 1;

  private JavaRandom() {}

  /** The state that a seed begins with. */
  static long state(long seed) {
    return (seed ^ MULTIPLIER) & MASK;
  }
}
