package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.resource.ResourceRecord;
import io.tagginggateway.core.tag.Tag;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The answer of an operation of the resource family.
 *
 * @param call what was asked
 * @param fields the fields of the answer
 * @param listed the resources of the page; the one that was asked for, where it is no list
 * @param total how many resources all pages have
 * @param size how much a page may hold
 * @param number the number of the page
 * @param nextToken the token of the next page; empty at the end
 */
public record ResourcePage(
    Call call,
    List<ResourceField> fields,
    List<Row> listed,
    int total,
    int size,
    int number,
    String nextToken)
    implements Answer {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  /**
   * A resource with its tags.
   *
   * @param record what it is
   * @param tags its tags, ordered by key
   */
  public record Row(ResourceRecord record, List<Tag> tags) {}

  /** The resource at a place of the page. */
  Row row(int index) {
    return listed.get(index);
  }

  String time(Instant time) {
    return TIME.format(time);
  }

  @Override
  public String requestId() {
    return call.requestId();
  }

  @Override
  public int rows() {
    return listed.size();
  }

  @Override
  public void write(Document document) throws IOException {
    for (ResourceField field : fields) {
      field.write(this, 0, document);
    }
  }
}
