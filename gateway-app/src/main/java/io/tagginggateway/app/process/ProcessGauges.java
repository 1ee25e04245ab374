package io.tagginggateway.app.process;

import io.tagginggateway.app.http.ServerLoad;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.metrics.Gauge;
import io.tagginggateway.core.state.Stores;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a gateway as a whole, for metrics. */
final class ProcessGauges {
  private ProcessGauges() {}

  static List<Gauge> of(Journal journal, ServerLoad load, Stores stores) {
    List<Gauge> all = new ArrayList<>(own(journal, load));
    stores.gauges().forEach(gauge -> all.add(new Gauge(gauge.name(), gauge.help(), gauge.value())));
    return all;
  }

  private static List<Gauge> own(Journal journal, ServerLoad load) {
    return List.of(
        new Gauge("journal_size", "Entries in the journal.", journal::size),
        new Gauge(
            "memory_held_bytes",
            "Bytes held for callers, as estimated.",
            () -> load.budget().held()),
        new Gauge(
            "memory_limit_bytes",
            "Bytes that may be held for callers.",
            () -> load.budget().bytes()),
        new Gauge(
            "memory_refusals",
            "How often bytes were refused since the start.",
            () -> load.budget().refused()),
        new Gauge("connections", "Connections open.", load::open),
        new Gauge(
            "requests_waiting",
            "Requests that wait for their body or the end of a delay.",
            load::waiting));
  }
}
