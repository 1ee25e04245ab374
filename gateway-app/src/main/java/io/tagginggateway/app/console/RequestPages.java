package io.tagginggateway.app.console;

import io.tagginggateway.app.console.view.Frame;
import io.tagginggateway.app.console.view.RequestList;
import io.tagginggateway.app.console.view.RequestRow;
import io.tagginggateway.app.console.view.Section;
import io.tagginggateway.app.fault.BadRuleException;
import io.tagginggateway.app.fault.FaultReader;
import io.tagginggateway.app.fault.FaultRules;
import io.tagginggateway.app.journal.Journal;
import io.tagginggateway.app.journal.JournalEntry;
import io.tagginggateway.app.journal.JournalField;
import io.tagginggateway.app.journal.JournalQuery;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked, and each request with all that is kept of it. */
final class RequestPages {
  private final ConsoleServices services;
  private final Journal journal;
  private final Templates templates;
  private final TrafficHistory traffic;
  private final RequestFilters filters;

  RequestPages(ConsoleServices services, Templates templates, TrafficHistory traffic) {
    this.services = services;
    this.journal = services.journal();
    this.templates = templates;
    this.traffic = traffic;
    this.filters = new RequestFilters(services.faults().errors(), services.journal());
  }

  void addTo(Map<String, Page> pages) {
    pages.put("GET /", this::list);
    pages.put("GET /requests/rows", call -> templates.part("requestRows", view(call)));
    pages.put(
        "GET /requests/chart", call -> templates.part("chart", ChartMaker.of(traffic.look())));
    pages.put("GET /request", this::one);
    pages.put("POST /requests/clear", this::clear);
    pages.put("POST /request/throttle", this::throttle);
  }

  private Reply list(Call call) {
    Frame frame = Frame.of(Section.REQUESTS, "Requests", call.session()).noting(Notice.of(call));
    return templates.page(200, "requests", frame, view(call));
  }

  private RequestList view(Call call) {
    RequestFilters.Search search = filters.read(call);
    List<JournalEntry> found = search.find(journal);
    List<RequestRow> rows = found.stream().map(EntryTexts::row).toList();
    return new RequestList(
        rows,
        "Showing "
            + Texts.number(rows.size())
            + " of "
            + Texts.count(journal.size(), "request")
            + " kept.",
        search.filters(),
        RequestFilters.FIRST.size(),
        search.problem(),
        !call.text("live").equals("off"),
        search.query(),
        ChartMaker.of(traffic.look()));
  }

  private Reply one(Call call) {
    JournalEntry entry = find(call.text("id"));
    if (entry == null) {
      return gone(call);
    }
    var detail = EntryTexts.detail(entry, call.base());
    if (call.fragment()) {
      return templates.part("requestDetail", detail);
    }
    Frame frame = Frame.of(Section.REQUESTS, "Request " + entry.requestId(), call.session());
    return templates.page(200, "request", frame, detail);
  }

  private Reply gone(Call call) {
    List<String> problems = List.of("This request is no longer in the journal.");
    Frame frame = Frame.of(Section.REQUESTS, "Request", call.session()).with(problems);
    return templates.page(call.fragment() ? 200 : 404, "message", frame, "");
  }

  private @Nullable JournalEntry find(String id) {
    JournalQuery query = new JournalQuery(Map.of(JournalField.REQUEST_ID, id), Map.of(), 1);
    return journal.find(query).stream().findFirst().orElse(null);
  }

  private Reply clear(Call call) {
    journal.clear();
    return Reply.see("/_gateway/" + Notice.CLEARED.query());
  }

  /** Refuses the next request that asks the same of the same product. */
  private Reply throttle(Call call) {
    JournalEntry entry = find(call.text("id"));
    if (entry == null) {
      return gone(call);
    }
    try {
      byte[] rule = EntryTexts.throttle(entry).encode().getBytes(StandardCharsets.UTF_8);
      FaultRules faults = services.faults();
      boolean added =
          faults
              .add(new FaultReader(faults.errors()).read(rule))
              .toCompletableFuture()
              .join()
              .isPresent();
      return Reply.see(Section.FAULTS.path() + (added ? Notice.ARMED : Notice.TOO_MANY).query());
    } catch (BadRuleException e) {
      Frame frame = Frame.of(Section.FAULTS, "Faults", call.session()).with(List.of(e.reason()));
      return templates.page(400, "message", frame, "");
    }
  }
}
