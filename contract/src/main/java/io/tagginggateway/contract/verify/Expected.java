package io.tagginggateway.contract.verify;

import io.tagginggateway.core.document.Documents;
import io.tagginggateway.core.document.ErrorDocument;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.Answer;
import io.tagginggateway.core.product.Call;
import io.tagginggateway.core.product.ChangeAnswer;
import io.tagginggateway.core.product.ListAnswer;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.request.Format;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import io.tagginggateway.core.tag.Page;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TaggedResource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What answers should look like: samples in the envelope of a trio. */
final class Expected {
  private static final String ID = "00000000-0000-0000-0000-000000000000";

  /** Digits alone: some products answer it as a number. */
  private static final String ACCOUNT = "1234567890123456";

  private Expected() {}

  /** A list of two rows that goes on. */
  static Body list(TagFamily family, Format format) {
    Tag one = new Tag("k1", "v1");
    Tag two = new Tag("k2", "v2");
    Page page = new Page(List.of(new TaggedResource("r", List.of(one, two))), null);
    return list(family, format, page, "token");
  }

  /** A list without rows. */
  static Body emptyList(TagFamily family, Format format) {
    return list(family, format, new Page(List.of(), null), null);
  }

  /** An error. */
  static Body error(Format format) {
    ApiError error = new ApiError("C", 400, "m");
    return written(format, out -> new ErrorDocument(error, ID, "h", "P").write(format, out));
  }

  /** The answer to a change. */
  static Body change(TagFamily family, TagOperation.Kind kind, Format format) {
    return answered(new ChangeAnswer(call(family, kind), family, kind), format);
  }

  private static Body list(TagFamily family, Format format, Page page, @Nullable String token) {
    Call call = call(family, TagOperation.Kind.LIST);
    return answered(new ListAnswer(call, family, "T", 1, page, token, 2), format);
  }

  private static Call call(TagFamily family, TagOperation.Kind kind) {
    String name = Objects.requireNonNull(family.names().get(kind));
    RpcRequest request =
        new RpcRequest(
            ID, "GET", "/", "h", header -> null, Parameters.EMPTY, Parameters.EMPTY, new byte[0]);
    return new Call(request, new TagOperation(name, kind, family), ACCOUNT, "r");
  }

  private static Body answered(Answer answer, Format format) {
    return written(format, out -> answer.write(new Documents(), format, out));
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
