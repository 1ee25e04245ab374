package io.tagginggateway.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came back for one step: the rows of all pages, or an error. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Seen(
    @Nullable String requestId,
    @Nullable List<List<String>> rows,
    @Nullable Integer pages,
    @Nullable Failure error) {

  static Seen done(String requestId) {
    return new Seen(requestId, null, null, null);
  }

  static Seen listed(String requestId, List<List<String>> rows, int pages) {
    return new Seen(requestId, rows, pages, null);
  }

  static Seen failed(Failure failure) {
    return new Seen(null, null, null, failure);
  }
}
