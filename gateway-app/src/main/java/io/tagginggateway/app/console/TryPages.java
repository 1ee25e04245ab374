package io.tagginggateway.app.console;

import io.tagginggateway.app.config.AuthMode;
import io.tagginggateway.app.console.view.Frame;
import io.tagginggateway.app.console.view.Section;
import io.tagginggateway.app.console.view.Trial;
import io.tagginggateway.app.console.view.Trial.Answer;
import io.tagginggateway.app.console.view.Trial.Field;
import io.tagginggateway.app.console.view.Trial.Side;
import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.tag.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls to make of each operation of each product, answered in both formats. */
final class TryPages {
  private static final String FIELD = "p:";

  private final ConsoleServices services;
  private final Templates templates;
  private final TryClient client;
  private final SampleParameters samples;

  TryPages(ConsoleServices services, Templates templates, TryClient client) {
    this.services = services;
    this.templates = templates;
    this.client = client;
    this.samples = new SampleParameters(services.state());
  }

  void addTo(Map<String, Page> pages) {
    pages.put("GET /try", call -> page(call, "try", false));
    pages.put("GET /try/form", call -> page(call, "tryForm", false));
    pages.put("POST /try", call -> page(call, "try", true));
    pages.put("POST /try/answers", call -> page(call, "tryForm", true));
  }

  private Reply page(Call call, String template, boolean send) {
    List<Side> sides = new ArrayList<>();
    AccessKey key = key(call);
    sides.add(side(call, "a.", "First product", first(), key, send));
    sides.add(side(call, "b.", "Second product", "", key, send));
    Trial trial =
        new Trial(
            services.products().entries().stream().map(entry -> entry.head().title()).toList(),
            keys().stream().map(AccessKey::id).toList(),
            key == null ? "" : key.id(),
            sides,
            send);
    return template.equals("try")
        ? templates.page(200, "try", Frame.of(Section.TRY, "Try it", call.session()), trial)
        : templates.part(template, trial);
  }

  /** A product of which there is something, else any. */
  private String first() {
    Comparator<Partition> order =
        Comparator.comparing(Partition::product, Comparator.reverseOrder());
    return samples.places().stream()
        .sorted(order)
        .map(partition -> services.products().find(partition.product()))
        .flatMap(entry -> Optional.ofNullable(entry).stream())
        .findFirst()
        .or(() -> services.products().entries().stream().findFirst())
        .map(entry -> entry.head().title())
        .orElse("");
  }

  private Side side(
      Call call,
      String prefix,
      String label,
      String otherwise,
      @Nullable AccessKey key,
      boolean send) {
    String title = call.raw(prefix + "product") == null ? otherwise : call.text(prefix + "product");
    ProductEntry entry = entry(title);
    if (entry == null) {
      return new Side(prefix, label, "", "", List.of(), List.of(), "", List.of());
    }
    Product product = entry.product();
    Operation asked = product.operation(call.text(prefix + "operation"));
    Operation list = product.tagOperation(TagOperation.Kind.LIST);
    Operation operation = asked != null ? asked : list != null ? list : product.operations().get(0);
    boolean same = title.equals(call.text(prefix + "of")) && operation.equals(asked);
    List<Field> fields = new ArrayList<>();
    Map<String, String> sample = samples.of(product, operation);
    for (Field field :
        OperationFields.of(
            product, operation, samples.region(product, services.config().region()))) {
      String sent = call.raw(prefix + FIELD + field.name());
      String value = same && sent != null ? sent : sample.getOrDefault(field.name(), field.value());
      fields.add(new Field(field.name(), value, field.hint(), field.choices()));
    }
    String more = call.text(prefix + "more");
    List<Answer> answers = new ArrayList<>();
    if (send) {
      Map<String, String> parameters = parameters(fields, more);
      for (Format format : List.of(Format.JSON, Format.XML)) {
        answers.add(client.ask(new TryRequest(product, operation, parameters, format, key)));
      }
    }
    return new Side(
        prefix,
        label,
        title,
        operation.name(),
        product.operations().stream().map(Operation::name).toList(),
        fields,
        more,
        answers);
  }

  private static Map<String, String> parameters(List<Field> fields, String more) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Field field : fields) {
      if (!field.value().isEmpty()) {
        parameters.put(field.name(), field.value());
      }
    }
    parameters.putAll(ParameterLines.read(more));
    return parameters;
  }

  private @Nullable ProductEntry entry(String title) {
    int space = title.lastIndexOf(' ');
    return space < 0
        ? null
        : services.products().find(title.substring(0, space), title.substring(space + 1));
  }

  private Collection<AccessKey> keys() {
    return services.state().current().declaredKeys().toCompletableFuture().join().stream()
        .filter(key -> !key.disabled())
        .toList();
  }

  /** The key that is asked for; where none is chosen yet, one that strict mode lets in. */
  private @Nullable AccessKey key(Call call) {
    String asked = call.raw("key");
    boolean strict = services.config().auth() == AuthMode.STRICT;
    return keys().stream()
        .filter(key -> asked == null ? strict : key.id().equals(asked))
        .findFirst()
        .orElse(null);
  }
}
