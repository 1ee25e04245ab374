package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.tag.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes the answers of the view. */
final class ViewAnswers {
  private final Call call;
  private final TagView.Names names;

  ViewAnswers(Call call, TagView view) {
    this.call = call;
    this.names = view.names();
  }

  /**
   * A resource of a list.
   *
   * @param arn its name
   * @param tags its tags, with who set them
   */
  record Row(String arn, Map<Tag, Category> tags) {}

  /**
   * A resource that a change failed for.
   *
   * @param arn its name as sent
   * @param error why
   */
  record Failure(String arn, ApiError error) {}

  WrittenAnswer.Body resources(List<Row> rows, String nextToken) {
    return document -> {
      start(document, nextToken);
      document.startList(names.rows());
      for (Row row : rows) {
        document.startItem();
        document.field(names.arn(), row.arn());
        document.startList(names.tags());
        for (Map.Entry<Tag, Category> tag : row.tags().entrySet()) {
          document.startItem();
          document.field("Key", tag.getKey().key());
          document.field("Value", tag.getKey().value());
          document.field("Category", tag.getValue().word());
          document.endObject();
        }
        document.endList();
        document.endObject();
      }
      document.endList();
    };
  }

  WrittenAnswer.Body keys(List<ViewText> keys, String nextToken) {
    return document -> {
      start(document, nextToken);
      listIn(document, names.keys(), names.key(), keys, ViewAnswers::key);
    };
  }

  private static void key(Document document, ViewText key) throws IOException {
    document.startItem();
    document.field("Key", key.text());
    document.field("Category", key.category().lowerWord());
    document.endObject();
  }

  WrittenAnswer.Body values(List<ViewText> values, String nextToken) {
    return document -> {
      start(document, nextToken);
      listIn(document, names.values(), names.value(), values, (d, value) -> d.item(value.text()));
    };
  }

  WrittenAnswer.Body failed(List<Failure> failures) {
    return document -> {
      document.field("RequestId", call.requestId());
      listIn(document, names.failed(), names.failure(), failures, this::failure);
    };
  }

  private void failure(Document document, Failure failure) throws IOException {
    document.startItem();
    document.field(names.arn(), failure.arn());
    document.startObject("Result");
    document.field("Code", failure.error().code());
    document.field("Message", failure.error().message());
    document.endObject();
    document.endObject();
  }

  @FunctionalInterface
  private interface ItemWriter<T> {
    void write(Document document, T item) throws IOException;
  }

  /** A list that stands alone in an object. */
  private static <T> void listIn(
      Document document, String object, String list, List<T> items, ItemWriter<T> writer)
      throws IOException {
    document.startObject(object);
    document.startList(list);
    for (T item : items) {
      writer.write(document, item);
    }
    document.endList();
    document.endObject();
  }

  private void start(Document document, String nextToken) throws IOException {
    document.field("NextToken", nextToken);
    document.field("RequestId", call.requestId());
  }
}
