package io.tagginggateway.core.testing;

import io.tagginggateway.core.document.Documents;
import io.tagginggateway.core.document.ErrorDocument;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.product.Answer;
import io.tagginggateway.core.product.Call;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.ServiceSettings;
import io.tagginggateway.core.product.Surroundings;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.product.file.ProductBundle;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.store.MemoryTagStore;
import io.tagginggateway.core.tag.Exports;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.StoredResource;
import io.tagginggateway.core.tag.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One product over a store of its own, asked by query strings and without a server. The account is
 * {@code 1234567890123456} unless a request names another as {@code Account}.
 */
public final class ProductUnderTest {
  /** The id of every request. */
  public static final String REQUEST_ID = "672053AB-90C9-5693-AB96-458F137A5ED6";

  private static final String ACCOUNT = "1234567890123456";
  static final String HOST = "gateway.test";
  private static final String REGION = "cn-hangzhou";

  private final TaggingService service;
  private final MemoryTagStore store;
  private final PlainState state;

  /** An installed product, by its code, with an empty store. */
  public ProductUnderTest(String code, ServiceSettings settings) {
    this(installed(code), settings);
  }

  /** A product with an empty store. */
  public ProductUnderTest(Product product, ServiceSettings settings) {
    this(new TaggingService(ProductEntry.of(product), settings), new MemoryTagStore());
  }

  /** One of several products over one store. */
  public ProductUnderTest(
      String code, Products products, ServiceSettings settings, MemoryTagStore store) {
    this(
        new TaggingService(
            Objects.requireNonNull(products.find(code)),
            settings,
            new Surroundings(products, Clock.systemUTC(), new Documents())),
        store);
  }

  private ProductUnderTest(TaggingService service, MemoryTagStore store) {
    this.service = service;
    this.store = store;
    this.state = PlainState.over(store);
  }

  /** The product after a restart with other settings: a new store is given what was exported. */
  public ProductUnderTest restarted(ServiceSettings settings) {
    MemoryTagStore loaded = new MemoryTagStore();
    for (Partition partition : store.sizes().join().keySet()) {
      List<StoredResource> resources = new ArrayList<>();
      Exports.forEach(store, partition, resources::add);
      loaded.put(partition, resources).join();
    }
    return new ProductUnderTest(new TaggingService(service.entry(), settings), loaded);
  }

  /** Declares a resource with user tags: keys and values in turn. */
  public void declare(String type, String id, String... keysAndValues) {
    put(type, new StoredResource(id, tags(keysAndValues), List.of(), true));
  }

  /** Gives a resource system tags: keys and values in turn. */
  public void declareSystem(String type, String id, String... keysAndValues) {
    put(type, new StoredResource(id, List.of(), tags(keysAndValues), true));
  }

  /**
   * Asks in JSON; the query starts with the action's name, as in {@code TagResources&Tag.1.Key=k}.
   */
  public Reply ask(String query) {
    return ask(Format.JSON, query);
  }

  /** Asks in either format. */
  public Reply ask(Format format, String query) {
    Parameters parameters = Parameters.parse("Action=" + query);
    Operation operation = service.product().operation(parameters.get("Action"));
    if (operation == null) {
      throw new IllegalArgumentException("no such operation: " + parameters.get("Action"));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status = 200;
    try {
      status = answer(Requests.of(operation, parameters), operation, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reply(status, out.toString(StandardCharsets.UTF_8));
  }

  private int answer(
      RpcRequest request, Operation operation, Format format, ByteArrayOutputStream out)
      throws IOException {
    String account = request.parameter("Account");
    try {
      String region = service.region(request, operation, null, REGION);
      Call call = new Call(request, operation, account == null ? ACCOUNT : account, region);
      Answer answer = Stages.join(service.answer(call, state));
      service.write(answer, format, out);
      return 200;
    } catch (ApiException e) {
      String product = service.product().code();
      new ErrorDocument(e.error(), REQUEST_ID, HOST, product).write(format, out);
      return e.error().status();
    }
  }

  private static Product installed(String code) {
    ProductEntry entry = ProductBundle.installed().find(code);
    if (entry == null) {
      throw new IllegalArgumentException("no such product: " + code);
    }
    return entry.product();
  }

  private void put(String type, StoredResource resource) {
    String product = service.product().code();
    store.put(new Partition(ACCOUNT, product, REGION, type), List.of(resource)).join();
  }

  private static List<Tag> tags(String... keysAndValues) {
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      tags.add(new Tag(keysAndValues[i], keysAndValues[i + 1]));
    }
    return tags;
  }
}
