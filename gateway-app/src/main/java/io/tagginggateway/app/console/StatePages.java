package io.tagginggateway.app.console;

import io.tagginggateway.app.console.view.Frame;
import io.tagginggateway.app.console.view.Section;
import io.tagginggateway.app.console.view.StateTree;
import io.tagginggateway.app.console.view.StateTree.Found;
import io.tagginggateway.app.console.view.StateTree.Place;
import io.tagginggateway.app.console.view.StateTree.Search;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.TagStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is stored: how much of it where, a search, and what differs from the fixtures. */
final class StatePages {
  private static final Comparator<Partition> ORDER =
      Comparator.comparing(Partition::account)
          .thenComparing(Partition::product)
          .thenComparing(Partition::region)
          .thenComparing(Partition::type);

  /** Chosen: what a page can show; a narrower search shows the others. */
  private static final int MAX_PLACES = 500;

  private static final int PAGE = 100;
  private static final int LAST = 10_000_000;

  private final ConsoleServices services;
  private final Templates templates;

  StatePages(ConsoleServices services, Templates templates) {
    this.services = services;
    this.templates = templates;
  }

  void addTo(Map<String, Page> pages) {
    pages.put("GET /state", call -> page(call, 200, List.of()));
    pages.put("GET /state/diff", this::diff);
    pages.put("POST /state/reset", this::reset);
  }

  /** The page, with what is wrong. */
  Reply page(Call call, int status, List<String> problems) {
    Frame frame =
        Frame.of(Section.STATE, "State", call.session()).noting(Notice.of(call)).with(problems);
    return templates.page(status, "state", frame, tree(call));
  }

  private StateTree tree(Call call) {
    State state = services.state().current();
    Map<Partition, TagStore.Size> sizes = new TreeMap<>(ORDER);
    sizes.putAll(state.tags().sizes().toCompletableFuture().join());
    Search search =
        new Search(
            call.text("account"),
            call.text("product"),
            call.text("region"),
            call.text("type"),
            call.text("id"),
            call.text("tag"));
    List<Partition> matching =
        sizes.keySet().stream().filter(partition -> StateSearch.admits(search, partition)).toList();
    boolean open = call.text("open").equals("true");
    List<Place> places =
        sizes.entrySet().stream()
            .filter(entry -> open || StateSearch.admits(search, entry.getKey()))
            .limit(MAX_PLACES)
            .map(entry -> place(entry.getKey(), entry.getValue(), open ? search : null))
            .toList();
    boolean searches = open || !search.id().isEmpty() || !search.tag().isEmpty();
    int from = call.number("from", 1, LAST) - 1;
    StateSearch found =
        searches ? StateSearch.of(state, matching, search, from, PAGE) : StateSearch.NONE;
    return new StateTree(
        places, total(sizes), search, found.resources(), caption(found, from), more(call, found));
  }

  private static Place place(Partition partition, TagStore.Size size, @Nullable Search open) {
    return new Place(
        partition.account(),
        partition.product(),
        partition.region(),
        partition.type(),
        Texts.number(size.resources()),
        Texts.number(size.rows()),
        Section.STATE.path() + placeQuery(partition) + "&open=true#resources",
        open != null && StateSearch.admits(open, partition));
  }

  static String placeQuery(Partition partition) {
    return Texts.query(
        "account",
        partition.account(),
        "product",
        partition.product(),
        "region",
        partition.region(),
        "type",
        partition.type());
  }

  private static String total(Map<Partition, TagStore.Size> sizes) {
    Set<String> accounts = new HashSet<>();
    sizes.keySet().forEach(partition -> accounts.add(partition.account()));
    long resources = sizes.values().stream().mapToLong(TagStore.Size::resources).sum();
    long tags = sizes.values().stream().mapToLong(TagStore.Size::rows).sum();
    return Texts.count(resources, "resource")
        + " with "
        + Texts.count(tags, "tag")
        + " in "
        + Texts.count(accounts.size(), "account")
        + (sizes.size() > MAX_PLACES ? "; of " + sizes.size() + " places 500 are shown" : "")
        + ".";
  }

  private static String caption(StateSearch found, int from) {
    List<Found> resources = found.resources();
    return resources.isEmpty()
        ? "Nothing is found."
        : "Resources " + (from + 1) + " to " + (from + resources.size());
  }

  private static String more(Call call, StateSearch found) {
    if (found.next() == 0) {
      return "";
    }
    List<String> query = new ArrayList<>();
    call.fields()
        .forEach(
            (name, value) -> {
              if (!name.equals("from") && !name.equals("done")) {
                query.add(Texts.encode(name));
                query.add(value);
              }
            });
    query.add("from");
    query.add(Integer.toString(found.next()));
    return Section.STATE.path() + Texts.query(query.toArray(String[]::new)) + "#resources";
  }

  private Reply diff(Call call) {
    Frame frame = Frame.of(Section.STATE, "Changes since the fixtures", call.session());
    return templates.page(200, "stateDiff", frame, StateDiff.of(services.state()));
  }

  private Reply reset(Call call) {
    services.state().reset().toCompletableFuture().join();
    services.onReset().run();
    return Reply.see(Section.STATE.path() + Notice.RESET.query());
  }
}
