package io.tagginggateway.core.product.file;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.ViewErrors;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.product.ViewOperation.Kind;
import io.tagginggateway.core.product.ViewSituation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the view over the tags of all products. */
final class TagViewReader {
  private static final String OTHER = "other";
  private static final int MOST = 10_000;

  private final Fields fields;

  TagViewReader(Fields fields) {
    this.fields = fields;
  }

  /** The operations, each of which has the view. */
  List<ViewOperation> read() {
    TagView view =
        new TagView(
            parameters(fields.fields("parameters")),
            limits(fields.fields("limits")),
            TextRuleReader.rule(fields.fields("key")),
            TextRuleReader.rule(fields.fields("value")),
            paging(fields.fields("page")),
            names(fields.fields("answer")),
            errors(fields.fields("errors"), ErrorTableReader.others(fields)));
    Fields names = fields.fields("operations");
    List<ViewOperation> operations = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      operations.add(new ViewOperation(names.text(word(kind)), kind, view));
    }
    names.end();
    fields.end();
    return operations;
  }

  private static TagView.Parameters parameters(Fields names) {
    TagView.Parameters parameters =
        new TagView.Parameters(
            names.text("arns"),
            names.text("tags"),
            names.text("keys"),
            names.text("category"),
            names.text("type"),
            names.text("query"),
            names.text("fuzzy"),
            names.text("key"),
            names.text("key-filter"),
            names.text("value-filter"),
            names.text("token"),
            names.text("page-size"));
    names.end();
    return parameters;
  }

  private static TagView.Limits limits(Fields limits) {
    TagView.Limits read =
        new TagView.Limits(
            limits.number("arns", 1, MOST),
            limits.number("tags", 1, MOST),
            limits.number("keys", 1, MOST));
    limits.end();
    return read;
  }

  private static TagView.Paging paging(Fields page) {
    int max = page.number("max", 1, MOST);
    TagView.Paging read = new TagView.Paging(page.number("default", 1, max), max);
    page.end();
    return read;
  }

  private static TagView.Names names(Fields answer) {
    TagView.Names read =
        new TagView.Names(
            answer.text("rows"),
            answer.text("arn"),
            answer.text("tags"),
            answer.text("keys"),
            answer.text("key"),
            answer.text("values"),
            answer.text("value"),
            answer.text("failed"),
            answer.text("failure"));
    answer.end();
    return read;
  }

  private static ViewErrors errors(Fields table, List<ApiError> others) {
    Map<ViewSituation, Map<Kind, ApiError>> errors = new EnumMap<>(ViewSituation.class);
    for (ViewSituation situation : ViewSituation.values()) {
      Map<Kind, ApiError> byKind = new EnumMap<>(Kind.class);
      Fields own = table.fields(situation.id());
      ApiError same = own.has("code") ? ErrorTableReader.error(own) : null;
      for (Kind kind : situation.kinds()) {
        String name = own.has(word(kind)) ? word(kind) : OTHER;
        byKind.put(kind, same == null ? ErrorTableReader.error(own.fields(name)) : same);
      }
      own.end();
      errors.put(situation, byKind);
    }
    table.end();
    return new ViewErrors(errors, others);
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
