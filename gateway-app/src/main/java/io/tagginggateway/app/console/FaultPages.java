package io.tagginggateway.app.console;

import io.tagginggateway.app.admin.FaultJson;
import io.tagginggateway.app.console.view.FaultList;
import io.tagginggateway.app.console.view.Frame;
import io.tagginggateway.app.console.view.Section;
import io.tagginggateway.app.fault.ActiveRule;
import io.tagginggateway.app.fault.BadRuleException;
import io.tagginggateway.app.fault.FaultReader;
import io.tagginggateway.app.fault.FaultRules;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules that spoil requests. */
final class FaultPages {
  private final FaultRules rules;
  private final FaultReader reader;
  private final FaultForm form;
  private final Templates templates;

  FaultPages(ConsoleServices services, Templates templates) {
    this.rules = services.faults();
    this.reader = new FaultReader(rules.errors());
    this.form = new FaultForm(rules.errors());
    this.templates = templates;
  }

  void addTo(Map<String, Page> pages) {
    pages.put("GET /faults", call -> page(call, 200, List.of()));
    pages.put("GET /faults/rows", call -> templates.part("faultRows", list(call)));
    pages.put("GET /faults/form", call -> templates.part("faultForm", list(call)));
    pages.put("POST /faults", this::add);
    pages.put("POST /faults/delete", this::delete);
    pages.put("POST /faults/clear", this::clear);
  }

  private Reply page(Call call, int status, List<String> problems) {
    Frame frame =
        Frame.of(Section.FAULTS, "Faults", call.session()).noting(Notice.of(call)).with(problems);
    return templates.page(status, "faults", frame, list(call));
  }

  private FaultList list(Call call) {
    List<ActiveRule> all = rules.all().toCompletableFuture().join();
    return new FaultList(all.stream().map(FaultPages::row).toList(), form.of(call));
  }

  private Reply add(Call call) {
    try {
      byte[] rule = FaultForm.rule(call).encode().getBytes(StandardCharsets.UTF_8);
      boolean added = rules.add(reader.read(rule)).toCompletableFuture().join().isPresent();
      return Reply.see(Section.FAULTS.path() + (added ? Notice.ARMED : Notice.TOO_MANY).query());
    } catch (BadRuleException e) {
      String field = e.pointer().isEmpty() ? "" : e.pointer().substring(1).replace('/', '.') + ": ";
      return page(call, 400, List.of(field + e.reason()));
    }
  }

  private Reply delete(Call call) {
    rules.remove(call.text("id")).toCompletableFuture().join();
    return Reply.see(Section.FAULTS.path() + Notice.DISARMED.query());
  }

  private Reply clear(Call call) {
    rules.clear().toCompletableFuture().join();
    return Reply.see(Section.FAULTS.path() + Notice.DISARMED_ALL.query());
  }

  private static FaultList.Row row(ActiveRule active) {
    JsonObject json = FaultJson.of(active);
    JsonObject fault = json.getJsonObject("fault", new JsonObject());
    String type = String.valueOf(fault.remove("type"));
    String times = active.rule().times() == 0 ? "for ever" : active.rule().times() + " times";
    return new FaultList.Row(
        active.id(),
        words(json.getJsonObject("match", new JsonObject()), "every request"),
        type + (fault.isEmpty() ? "" : ": " + words(fault, "")),
        active.rule().phase().wireName()
            + ", "
            + (active.rule().times() == 1 ? "once" : times)
            + (active.rule().skip() > 0 ? ", after " + active.rule().skip() + " skipped" : "")
            + (active.rule().probability() < 1
                ? ", probability " + active.rule().probability()
                : ""),
        Texts.number(active.matched()),
        Texts.number(active.spoiled()),
        active.rule().times() > 0 && active.spoiled() >= active.rule().times()
            ? "used up"
            : "armed");
  }

  private static String words(JsonObject json, String otherwise) {
    String words =
        json.stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? otherwise : words;
  }
}
