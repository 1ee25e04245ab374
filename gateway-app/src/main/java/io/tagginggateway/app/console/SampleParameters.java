package io.tagginggateway.app.console;

import io.tagginggateway.app.console.view.StateTree.Search;
import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.state.Stores;
import io.tagginggateway.core.tag.Partition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills a form with a resource that is there, so that the first call already lists something. */
final class SampleParameters {
  private final Stores state;

  SampleParameters(Stores state) {
    this.state = state;
  }

  /** Where anything is stored. */
  Collection<Partition> places() {
    return state.current().tags().sizes().toCompletableFuture().join().keySet();
  }

  /** The region in which the product has something, or {@code otherwise}. */
  String region(Product product, String otherwise) {
    Partition place = place(product);
    return place == null ? otherwise : place.region();
  }

  private @Nullable Partition place(Product product) {
    for (Partition partition : places()) {
      if (partition.product().equals(product.code())
          && product.familyOfType(partition.type()) != null) {
        return partition;
      }
    }
    return null;
  }

  /** Type and id of a resource, by the names that the operation has for them. */
  Map<String, String> of(Product product, Operation operation) {
    Partition place = place(product);
    if (place == null || !(operation instanceof TagOperation tags)) {
      return Map.of();
    }
    if (tags.family().types().canonical(place.type()) == null) {
      return Map.of();
    }
    Map<String, String> sample = new LinkedHashMap<>();
    String type = tags.parameters().type();
    if (type != null) {
      sample.put(type, place.type());
    }
    String id = first(place);
    String ids = tags.parameters().ids();
    Encoding encoding = tags.encodings().ids();
    sample.put(
        encoding == Encoding.INDEXED ? ids + ".1" : ids,
        encoding == Encoding.JSON ? "[\"" + id + "\"]" : id);
    return sample;
  }

  private String first(Partition place) {
    Search any = new Search("", "", "", "", "", "");
    var found = StateSearch.of(state.current(), List.of(place), any, 0, 1).resources();
    return found.isEmpty() ? "" : found.get(0).id();
  }
}
