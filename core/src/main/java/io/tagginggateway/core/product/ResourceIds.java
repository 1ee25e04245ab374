package io.tagginggateway.core.product;

import io.tagginggateway.core.request.Parameters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the resource ids of one request, from the one or two lists that the product has. */
final class ResourceIds {
  private final TagOperation operation;
  private final Parameters parameters;
  private @Nullable String repeated;

  ResourceIds(TagOperation operation, Parameters parameters) {
    this.operation = operation;
    this.parameters = parameters;
  }

  /** The distinct ids in their order, or null if a list is none. */
  @Nullable List<String> distinct() {
    String further = operation.parameters().furtherIds();
    if (further == null) {
      List<String> sent = sent(operation.parameters().ids());
      if (sent == null || (sent.size() == 1 && !sent.get(0).isEmpty())) {
        return sent;
      }
    }
    Set<String> distinct = new LinkedHashSet<>();
    boolean read =
        collect(operation.parameters().ids(), distinct)
            && (further == null || collect(further, distinct));
    return read ? List.copyOf(distinct) : null;
  }

  /** An id that was sent twice, or null. */
  @Nullable String repeated() {
    return repeated;
  }

  private @Nullable List<String> sent(String name) {
    return ListReader.texts(parameters, name, operation.encodings().ids());
  }

  private boolean collect(String name, Set<String> distinct) {
    List<String> sent = sent(name);
    if (sent == null) {
      return false;
    }
    for (String id : sent) {
      if (!id.isEmpty() && !distinct.add(id)) {
        repeated = id;
      }
    }
    return true;
  }
}
