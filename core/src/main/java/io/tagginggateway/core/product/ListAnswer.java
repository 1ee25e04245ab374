package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.tag.Page;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a list.
 *
 * @param call what was asked
 * @param family the rules that it was asked by
 * @param typeInAnswer the type of every row, as answers spell it
 * @param pageSize how much a page may hold
 * @param page the rows
 * @param nextToken the token of the next page, or null at the end of the list
 * @param total how many rows there are on all pages; 0 where the product does not tell
 */
public record ListAnswer(
    Call call,
    TagFamily family,
    String typeInAnswer,
    int pageSize,
    Page page,
    @Nullable String nextToken,
    int total)
    implements Answer {

  /** The same answer with the number of rows on all pages. */
  ListAnswer withTotal(int rows) {
    return new ListAnswer(call, family, typeInAnswer, pageSize, page, nextToken, rows);
  }

  @Override
  public String requestId() {
    return call.request().requestId();
  }

  @Override
  public int rows() {
    return page.rows();
  }

  /** The token as the answer says it; null if the field is left out. */
  @Nullable String tokenInAnswer() {
    EndOfList end = family.paging().end();
    return nextToken == null || !end.paged() ? end.token() : nextToken;
  }

  @Override
  public void write(Document document) throws IOException {
    for (AnswerField field : family.envelope().list(document.format())) {
      field.write(this, document);
    }
  }
}
