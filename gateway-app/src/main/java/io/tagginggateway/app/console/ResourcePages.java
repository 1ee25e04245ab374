package io.tagginggateway.app.console;

import io.tagginggateway.app.admin.StateResources;
import io.tagginggateway.app.console.view.Frame;
import io.tagginggateway.app.console.view.Pair;
import io.tagginggateway.app.console.view.ResourceForm;
import io.tagginggateway.app.console.view.Section;
import io.tagginggateway.app.fixture.FixtureException;
import io.tagginggateway.app.fixture.FixtureLoader;
import io.tagginggateway.app.fixture.FixtureProblem;
import io.tagginggateway.app.fixture.FixtureResource;
import io.tagginggateway.app.fixture.FixtureSource;
import io.tagginggateway.app.input.InputFormat;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.resource.Place;
import io.tagginggateway.core.state.State;
import io.tagginggateway.core.tag.Partition;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One resource: to edit, to add, to delete. What is saved goes through the reader of fixtures. */
final class ResourcePages {
  private static final String SOURCE = "form";

  /** Rows to fill besides those that are there. */
  private static final int EMPTY_ROWS = 3;

  private static final int MAX_ROWS = 200;

  private final ConsoleServices services;
  private final Products products;
  private final Templates templates;
  private final StateResources resources;
  private final FixtureLoader loader;

  ResourcePages(ConsoleServices services, Templates templates) {
    this.services = services;
    this.products = services.products();
    this.templates = templates;
    this.resources = new StateResources(products);
    this.loader = FixtureLoader.ofExports(products);
  }

  void addTo(Map<String, Page> pages) {
    pages.put("GET /state/resource", this::show);
    pages.put("POST /state/resource", this::save);
    pages.put("POST /state/resource/delete", this::delete);
  }

  private Reply show(Call call) {
    if (call.text("id").isEmpty()) {
      return page(call, 200, empty(call), List.of());
    }
    FixtureResource found = resources.find(services.state().current(), place(call));
    if (found == null) {
      return gone(call);
    }
    List<Pair> attributes = new ArrayList<>();
    if (found.record() != null) {
      found.record().attributes().forEach((name, value) -> attributes.add(new Pair(name, value)));
    }
    ResourceForm form =
        form(
            call,
            /* isNew= */ false,
            StateSearch.pairs(found.resource().tags()),
            StateSearch.pairs(found.resource().systemTags()),
            found.resource().declared(),
            attributes);
    return page(call, 200, form, List.of());
  }

  private ResourceForm empty(Call call) {
    return form(call, /* isNew= */ true, List.of(), List.of(), /* declared= */ true, List.of());
  }

  private ResourceForm form(
      Call call,
      boolean isNew,
      List<Pair> tags,
      List<Pair> systemTags,
      boolean declared,
      List<Pair> attributes) {
    String product = call.text("product");
    String account = call.text("account");
    return new ResourceForm(
        account.isEmpty() ? services.config().accounts().defaultAccount() : account,
        product,
        call.text("region").isEmpty() ? services.config().region() : call.text("region"),
        call.text("type"),
        call.text("id"),
        isNew,
        filled(tags, EMPTY_ROWS),
        filled(systemTags, 1),
        declared,
        attributes,
        List.copyOf(products.codes()),
        List.copyOf(products.resourceTypes(product)));
  }

  private static List<Pair> filled(List<Pair> tags, int more) {
    List<Pair> rows = new ArrayList<>(tags);
    for (int i = 0; i < more; i++) {
      rows.add(new Pair("", ""));
    }
    return rows;
  }

  private Reply page(Call call, int status, ResourceForm form, List<String> problems) {
    String title = form.isNew() ? "A new resource" : form.type() + " " + form.id();
    Frame frame =
        Frame.of(Section.STATE, title, call.session()).noting(Notice.of(call)).with(problems);
    return templates.page(status, "resource", frame, form);
  }

  private Reply gone(Call call) {
    Frame frame =
        Frame.of(Section.STATE, "Resource", call.session())
            .with(List.of("There is no such resource any more."));
    return templates.page(404, "message", frame, "");
  }

  /** Where the form says the resource is, its type as the product spells it. */
  private Place place(Call call) {
    String product = call.text("product");
    String sent = call.text("type");
    TagFamily family = products.familyOfType(product, sent);
    String known = family == null ? null : family.types().canonical(sent);
    String type = known == null ? sent : known;
    Partition partition = new Partition(call.text("account"), product, call.text("region"), type);
    return new Place(partition, call.text("id"));
  }

  private Reply save(Call call) {
    List<Pair> tags = pairs(call, "tag.");
    List<Pair> systemTags = pairs(call, "system.");
    boolean declared = call.text("declared").equals("true");
    Place place = place(call);
    State state = services.state().current();
    List<String> problems = new ArrayList<>(missing(call));
    if (problems.isEmpty()) {
      try {
        resources.put(state, read(place, tags, systemTags, declared));
        return Reply.see(
            StateSearch.link(place.partition(), place.id()) + "&" + Notice.SAVED.parameter());
      } catch (FixtureException e) {
        e.problems().stream().map(ResourcePages::text).forEach(problems::add);
      }
    }
    boolean isNew = call.text("new").equals("true");
    return page(call, 400, form(call, isNew, tags, systemTags, declared, List.of()), problems);
  }

  private List<String> missing(Call call) {
    List<String> missing = new ArrayList<>();
    for (String name : List.of("account", "product", "region", "type", "id")) {
      if (call.text(name).isEmpty()) {
        missing.add("The field " + name + " is empty.");
      }
    }
    if (missing.isEmpty() && !products.codes().contains(call.text("product"))) {
      missing.add("No product " + call.text("product") + " is known here.");
    }
    return missing;
  }

  /** Lines of a form are none of a file. */
  private static String text(FixtureProblem problem) {
    return (problem.path().isEmpty() ? "" : problem.path() + ": ") + problem.reason();
  }

  private FixtureResource read(
      Place place, List<Pair> tags, List<Pair> systemTags, boolean declared) {
    JsonObject document =
        new JsonObject()
            .put("tags", json(tags))
            .put("systemTags", json(systemTags))
            .put("declared", declared);
    byte[] bytes = document.encode().getBytes(StandardCharsets.UTF_8);
    FixtureSource source =
        new FixtureSource(SOURCE, InputFormat.JSON, () -> new ByteArrayInputStream(bytes));
    return loader.loadOne(source, place);
  }

  private static JsonObject json(List<Pair> tags) {
    JsonObject json = new JsonObject();
    tags.forEach(tag -> json.put(tag.name(), tag.value()));
    return json;
  }

  private static List<Pair> pairs(Call call, String prefix) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < MAX_ROWS; i++) {
      String key = call.raw(prefix + i + ".key");
      String value = call.raw(prefix + i + ".value");
      if (key != null && !(key.isEmpty() && isEmpty(value))) {
        pairs.add(new Pair(key, Texts.orEmpty(value)));
      }
    }
    return pairs;
  }

  private static boolean isEmpty(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  private Reply delete(Call call) {
    StateResources.Removed removed = resources.remove(services.state().current(), place(call));
    if (removed instanceof StateResources.Held held) {
      Place dependent = held.dependent();
      String detail =
          dependent.partition().type() + " " + dependent.id() + " hangs on it: delete that first.";
      Frame frame = Frame.of(Section.STATE, "Resource", call.session()).with(List.of(detail));
      return templates.page(409, "message", frame, "");
    }
    return removed instanceof StateResources.NotThere
        ? gone(call)
        : Reply.see(Section.STATE.path() + Notice.DELETED.query());
  }
}
