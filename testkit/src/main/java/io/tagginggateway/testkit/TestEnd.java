package io.tagginggateway.testkit;

import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.app.journal.JournalQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What is told at the end of a test: the requests of one that failed, and faults that never struck.
 * Any thread may use it.
 */
final class TestEnd {
  /** So many requests are printed. */
  private static final int PRINTED = 20;

  private final List<Injected> injected = new ArrayList<>();

  private record Injected(InjectedFault fault, Thread by) {}

  /** Notes a fault, to be looked at when the test ends. */
  synchronized void injected(InjectedFault fault) {
    injected.add(new Injected(fault, Thread.currentThread()));
  }

  /** Forgets all faults: a reset took them away. */
  synchronized void forget() {
    injected.clear();
  }

  /**
   * Ends a test.
   *
   * @param alone whether no other test uses the gateway at the same time: else only faults of the
   *     calling thread are this test's
   * @throws AssertionError if the test succeeded, and a fault never struck
   */
  void ended(ExtensionContext context, Journal journal, boolean alone) {
    String name = context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName();
    List<InjectedFault> idle = idle(alone);
    boolean failed = context.getExecutionException().isPresent();
    if (failed || !idle.isEmpty()) {
      print(name, journal);
    }
    if (!failed && !idle.isEmpty()) {
      throw new AssertionError(
          idle.stream()
                  .map(fault -> "this fault never struck: " + fault)
                  .collect(Collectors.joining("\n"))
              + "\nthe test shows nothing of it; say lenient() where that is meant");
    }
  }

  /** Takes the test's faults, and gives those that should have struck and have not. */
  private synchronized List<InjectedFault> idle(boolean alone) {
    List<InjectedFault> idle = new ArrayList<>();
    for (Injected each : List.copyOf(injected)) {
      if (alone || each.by.equals(Thread.currentThread())) {
        injected.remove(each);
        if (each.fault.neverStruck()) {
          idle.add(each.fault);
        }
      }
    }
    return idle;
  }

  @SuppressWarnings("SystemOut") // a test's own log may go anywhere; its reader looks here
  private static void print(String test, Journal journal) {
    List<JournalEntry> entries = new ArrayList<>(journal.find(JournalQuery.ALL));
    int all = entries.size();
    List<JournalEntry> last = new ArrayList<>(entries.subList(0, Math.min(all, PRINTED)));
    Collections.reverse(last);
    StringBuilder text = new StringBuilder("What the gateway was asked, until ");
    text.append(test).append(" failed");
    text.append(all > PRINTED ? " (the last " + PRINTED + " of " + all + "):" : ":");
    if (all == 0) {
      text.append(" nothing");
    }
    last.forEach(entry -> text.append("\n  ").append(JournalLine.of(entry)));
    System.err.println(text);
  }
}
