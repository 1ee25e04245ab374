package io.tagginggateway.core.product;

import io.tagginggateway.core.document.Document;
import io.tagginggateway.core.tag.Page;
import java.io.IOException;
import java.util.List;

/**
 * The answer to a change of tags: that it was done.
 *
 * @param call what was asked
 * @param family the rules that it was asked by
 * @param kind what was asked
 */
public record ChangeAnswer(Call call, TagFamily family, TagOperation.Kind kind) implements Answer {

  @Override
  public String requestId() {
    return call.request().requestId();
  }

  @Override
  public int rows() {
    return 0;
  }

  @Override
  public void write(Document document) throws IOException {
    ListAnswer empty = new ListAnswer(call, family, "", 0, new Page(List.of(), null), null, 0);
    for (AnswerField field : family.envelope().changed().get(kind)) {
      field.write(empty, document);
    }
  }
}
