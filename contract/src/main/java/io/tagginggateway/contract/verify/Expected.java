package io.tagginggateway.contract.verify;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.document.ErrorDocument;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.ListAnswer;
import io.tagginggateway.core.product.ProductModule;
import io.tagginggateway.core.request.Action;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.tag.Cursor;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TaggedResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What answers should look like: samples in the product's own envelope. */
final class Expected {
  private static final String ID = "00000000-0000-0000-0000-000000000000";

  private Expected() {}

  /** A list of two rows that goes on. */
  static Body list(ProductModule module, Format format) {
    Tag one = new Tag("k1", "v1");
    Tag two = new Tag("k2", "v2");
    Page page =
        new Page(List.of(new TaggedResource("r", List.of(one, two))), new Cursor(new byte[0]));
    return list(module, format, page, "token");
  }

  /** A list without rows. */
  static Body emptyList(ProductModule module, Format format) {
    return list(module, format, new Page(List.of(), null), null);
  }

  /** The token that ends a list. */
  static String endToken(ProductModule module, Format format) {
    String token = emptyList(module, format).field("NextToken");
    return token == null ? "no NextToken" : token;
  }

  /** An error. */
  static Body error(Format format) {
    ApiError error = new ApiError("C", 400, "m");
    return written(format, out -> new ErrorDocument(error, ID, "h", "P").write(format, out));
  }

  private static Body list(ProductModule module, Format format, Page page, @Nullable String token) {
    String root = Action.LIST_TAG_RESOURCES.responseName();
    ListAnswer answer = new ListAnswer(ID, "T", 1, page, token);
    return written(
        format,
        out -> {
          try (Document document = Document.open(format, root, out)) {
            module.writeList(answer, document);
          }
        });
  }

  private interface Writer {
    void write(ByteArrayOutputStream out) throws IOException;
  }

  private static Body written(Format format, Writer writer) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writer.write(out);
      return Body.parse(format, out.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
