package io.tagginggateway.core.product;

import io.tagginggateway.core.request.Parameters;
import org.jspecify.annotations.Nullable;

/** Reads which page of a list a request asks for; the methods are called in their order. */
final class PageParameters {
  private final TagOperation operation;
  private final ParameterNames names;
  private final Parameters parameters;
  private final RequestReader reader;

  /**
   * Those of a request.
   *
   * @param reader refuses what is wrong
   */
  PageParameters(TagOperation operation, Parameters parameters, RequestReader reader) {
    this.operation = operation;
    this.names = operation.parameters();
    this.parameters = parameters;
    this.reader = reader;
  }

  /** The page size that the client asks for, or 0 if it does not, or cannot. */
  int size() {
    String name = names.pageSize();
    String sent = name == null ? null : parameters.get(name);
    if (sent == null) {
      return 0;
    }
    int size = Texts.wholeNumber(sent);
    reader.require(
        size >= 1 && size <= operation.family().paging().maxSize(), Situation.BAD_PAGE_SIZE, sent);
    return size;
  }

  /** The number of the page that is asked for, from 1; 1 where the product does not count pages. */
  int number() {
    String name = names.page();
    String sent = name == null ? null : parameters.get(name);
    if (sent == null) {
      return 1;
    }
    int page = Texts.wholeNumber(sent);
    reader.require(page >= 1 && page <= Paging.MAX_NUMBER, Situation.BAD_PAGE_SIZE, sent);
    return page;
  }

  /** The token sent, or null when the list starts from the beginning. */
  @Nullable String token() {
    String name = names.token();
    String token = name == null ? null : parameters.get(name);
    return token == null || token.isEmpty() ? null : token;
  }
}
