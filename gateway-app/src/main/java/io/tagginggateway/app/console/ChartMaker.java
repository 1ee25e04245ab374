package io.tagginggateway.app.console;

import io.tagginggateway.app.console.TrafficHistory.Slot;
import io.tagginggateway.app.console.view.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Turns what was counted into coordinates. */
final class ChartMaker {
  private static final int SLOT_WIDTH = 6;
  private static final int HEIGHT = 100;

  private ChartMaker() {}

  static Chart of(List<Slot> slots) {
    long requests = slots.stream().mapToLong(Slot::requests).sum();
    long errors = slots.stream().mapToLong(Slot::errors).sum();
    long most = Math.max(1, slots.stream().mapToLong(Slot::requests).max().orElse(1));
    long longest = Math.max(1, slots.stream().mapToLong(Slot::slow).max().orElse(1));
    List<Chart.Bar> bars = new ArrayList<>();
    List<Chart.Row> rows = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      if (slot.requests() > 0) {
        addBars(bars, i * SLOT_WIDTH, slot, most);
        rows.add(0, row(slot));
      }
    }
    return new Chart(
        summary(requests, errors, slots),
        bars,
        Texts.number(most) + " in 5 s",
        line(slots, Slot::median, longest),
        line(slots, Slot::slow, longest),
        Texts.micros(longest),
        rows);
  }

  private static String summary(long requests, long errors, List<Slot> slots) {
    if (requests == 0) {
      return "No requests in the last ten minutes.";
    }
    long slowest = slots.stream().mapToLong(Slot::slow).max().orElse(0);
    return "In the last ten minutes "
        + Texts.count(requests, "request")
        + ", "
        + Texts.count(errors, "error")
        + "; 99 of 100 took up to "
        + Texts.micros(slowest)
        + " at the slowest.";
  }

  private static void addBars(List<Chart.Bar> bars, int x, Slot slot, long most) {
    int all = scaled(slot.requests(), most);
    int failed = scaled(slot.errors(), most);
    bars.add(new Chart.Bar(x, HEIGHT - all, all, false));
    if (failed > 0) {
      bars.add(new Chart.Bar(x, HEIGHT - failed, failed, true));
    }
  }

  /** What is there is seen, however little. */
  private static int scaled(long value, long most) {
    return value == 0 ? 0 : (int) Math.max(2, value * HEIGHT / most);
  }

  private static String line(List<Slot> slots, ToLongFunction<Slot> micros, long longest) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < slots.size(); i++) {
      if (slots.get(i).requests() > 0) {
        int y = HEIGHT - scaled(micros.applyAsLong(slots.get(i)), longest);
        int x = i * SLOT_WIDTH;
        points.append(x + "," + y + " " + (x + SLOT_WIDTH) + "," + y + " ");
      }
    }
    return points.toString().trim();
  }

  private static Chart.Row row(Slot slot) {
    return new Chart.Row(
        Texts.time(slot.number() * TrafficHistory.SLOT_MILLIS),
        slot.requests(),
        slot.errors(),
        Texts.micros(slot.median()),
        Texts.micros(slot.slow()));
  }
}
