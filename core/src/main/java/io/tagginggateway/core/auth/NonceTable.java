package io.tagginggateway.core.auth;

/**
 * Hashes of nonces, with the time until which each counts, in one array: millions of small objects
 * would be copied and searched by the garbage collector again and again. Open addressing with
 * linear probing. Nothing is removed; what still counts moves to another table, place by place. Not
 * thread-safe.
 */
final class NonceTable {
  /** The two halves of a hash, and the time; a time of 0 is an empty place. */
  private static final int CELL = 3;

  private static final int TIME = 2;

  /** Of five places at most four are taken, or probing takes long. */
  private static final int PLACES = 5;

  private static final int TAKEN = 4;

  private final long[] cells;
  private final int places;
  private int taken;

  NonceTable(int places) {
    this.places = places;
    cells = new long[CELL * places];
  }

  /** How many hashes fit, and a quarter more. */
  int places() {
    return places;
  }

  boolean isFull() {
    return (long) PLACES * taken >= (long) TAKEN * places;
  }

  /** The time until which a hash counts, or 0 if it is not here. */
  long until(long high, long low) {
    return cells[find(high, low) + TIME];
  }

  /**
   * Puts a hash, in the place of the same one if that is here.
   *
   * @param until the time until which it counts; not 0
   */
  void put(long high, long low, long until) {
    int at = find(high, low);
    taken += cells[at + TIME] == 0 ? 1 : 0;
    cells[at] = high;
    cells[at + 1] = low;
    cells[at + TIME] = until;
  }

  /**
   * Moves what is at a place, if it counts after {@code gone}, 0 or later, and is not there yet.
   */
  void move(int place, NonceTable to, long gone) {
    int at = CELL * place;
    if (cells[at + TIME] > gone && to.until(cells[at], cells[at + 1]) == 0) {
      to.put(cells[at], cells[at + 1], cells[at + TIME]);
    }
  }

  /**
   * Where a hash is, or where it goes. Its bits are random already: the first 32 are a fraction.
   */
  private int find(long high, long low) {
    int place = (int) (((high >>> Integer.SIZE) * places) >>> Integer.SIZE);
    while (true) {
      int at = CELL * place;
      if (cells[at + TIME] == 0 || (cells[at] == high && cells[at + 1] == low)) {
        return at;
      }
      place = place + 1 == places ? 0 : place + 1;
    }
  }
}
