package io.tagginggateway.core.product.file;

import io.tagginggateway.core.product.OperationNames;
import io.tagginggateway.core.product.RoaRequest;
import io.tagginggateway.core.product.RoaRequests;
import io.tagginggateway.core.product.Style;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the operations of one trio are called and, in the ROA style, how requests ask for
 * them.
 */
final class OperationsReader {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");

  private final Style style;

  OperationsReader(Style style) {
    this.style = style;
  }

  /** What was read. */
  record Operations(OperationNames names, RoaRequests requests) {}

  Operations read(Fields fields) {
    Named list = Objects.requireNonNull(operation(fields, "list", true));
    Named tag = operation(fields, "tag", false);
    Named untag = operation(fields, "untag", false);
    fields.end();
    return new Operations(
        new OperationNames(
            list.name(), tag == null ? null : tag.name(), untag == null ? null : untag.name()),
        new RoaRequests(
            list.request(),
            tag == null ? null : tag.request(),
            untag == null ? null : untag.request()));
  }

  private record Named(String name, @Nullable RoaRequest request) {}

  private @Nullable Named operation(Fields fields, String kind, boolean needed) {
    if (!needed && !fields.has(kind)) {
      return null;
    }
    return switch (style) {
      case RPC -> new Named(fields.text(kind), null);
      case ROA -> asked(fields.fields(kind));
    };
  }

  private static Named asked(Fields operation) {
    String name = operation.text("name");
    Fields request = operation.fields("request");
    String method = request.text("method");
    String path = request.text("path");
    if (!METHODS.contains(method)) {
      throw request.error(
          "method", "is none of " + String.join(", ", METHODS.stream().sorted().toList()));
    }
    if (!path.startsWith("/") || path.toLowerCase(Locale.ROOT).startsWith("/_gateway")) {
      throw request.error("path", "must start with / and not be the gateway's own: " + path);
    }
    RoaRequest read = new RoaRequest(method, path, request.word("in", RoaRequest.In.class));
    request.end();
    operation.end();
    return new Named(name, read);
  }
}
