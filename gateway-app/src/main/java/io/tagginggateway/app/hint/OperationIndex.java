package io.tagginggateway.app.hint;

import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.Products;
import io.tagginggateway.core.product.TagFamily;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which products have an operation, a resource type, or a token that ends their lists. Reads every
 * product. Immutable.
 */
final class OperationIndex {
  private final Map<String, List<ProductHead>> byOperation = new HashMap<>();
  private final Map<String, List<ProductHead>> byType = new HashMap<>();
  private final Map<String, List<ProductHead>> byEnd = new HashMap<>();

  private OperationIndex(Products products) {
    for (ProductEntry entry : products.entries()) {
      for (Operation operation : entry.product().operations()) {
        add(byOperation, operation.name(), entry.head());
      }
      entry.product().resourceTypes().forEach(type -> add(byType, type, entry.head()));
      for (TagFamily family : entry.product().tagFamilies()) {
        String end = family.paging().end().token();
        if (end != null && !end.isEmpty()) {
          add(byEnd, end, entry.head());
        }
      }
    }
  }

  private static void add(Map<String, List<ProductHead>> map, String name, ProductHead head) {
    map.computeIfAbsent(name.toLowerCase(Locale.ROOT), first -> new ArrayList<>(1)).add(head);
  }

  /** The products that have an operation, in any case. */
  List<ProductHead> withOperation(String name) {
    return byOperation.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** The products that have a type, in any case. */
  List<ProductHead> withType(String name) {
    return byType.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** The products whose lists end with a token, which is not empty. */
  List<ProductHead> endingWith(String token) {
    return byEnd.getOrDefault(token.toLowerCase(Locale.ROOT), List.of());
  }

  /** Makes one when it is first asked for, off the event loop, and keeps it. Thread-safe. */
  static final class Lazy {
    private final Products products;
    private final AtomicReference<@Nullable CompletableFuture<OperationIndex>> made =
        new AtomicReference<>();

    Lazy(Products products) {
      this.products = products;
    }

    CompletionStage<OperationIndex> get() {
      CompletableFuture<OperationIndex> present = made.get();
      if (present != null) {
        return present;
      }
      CompletableFuture<OperationIndex> mine = new CompletableFuture<>();
      CompletableFuture<OperationIndex> other = made.compareAndExchange(null, mine);
      return other == null ? mine.completeAsync(() -> new OperationIndex(products)) : other;
    }
  }
}
