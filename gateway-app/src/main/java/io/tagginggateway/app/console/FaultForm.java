package io.tagginggateway.app.console;

import io.tagginggateway.app.console.view.FaultList.Choice;
import io.tagginggateway.app.console.view.FaultList.Field;
import io.tagginggateway.app.console.view.FaultList.Form;
import io.tagginggateway.app.fault.ErrorTables;
import io.tagginggateway.app.fault.FaultType;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The form for a fault: what it asks for, and the rule that it makes, for the rules' own reader.
 */
final class FaultForm {
  private final ErrorTables errors;

  FaultForm(ErrorTables errors) {
    this.errors = errors;
  }

  /** The form with what a call filled in. */
  Form of(Call call) {
    String product = call.text("match.product");
    String type = call.text("fault.type").isEmpty() ? "error" : call.text("fault.type");
    boolean known = errors.products().contains(product);
    return new Form(
        product,
        List.copyOf(errors.products()),
        call.text("match.action"),
        List.copyOf(errors.operations(known ? product : null)),
        type,
        Arrays.stream(FaultType.values()).map(FaultType::wireName).toList(),
        fields(call, type(type), known ? product : ""),
        List.of(
            text(call, "match.accessKeyId", "Access key", "any"),
            text(call, "match.account", "Account", "any"),
            area(call, "match.parameters", "Parameters, a line each", "ResourceId.1=orders")),
        List.of(
            choice(call, "phase", "Phase", "before", "after"),
            text(call, "skip", "Skip", "0"),
            text(call, "times", "Times", "1; 0 is for ever"),
            text(call, "probability", "Probability", "1.0")));
  }

  private static FaultType type(String wireName) {
    return Arrays.stream(FaultType.values())
        .filter(type -> type.wireName().equals(wireName))
        .findFirst()
        .orElse(FaultType.ERROR);
  }

  private List<Field> fields(Call call, FaultType type, String product) {
    return switch (type) {
      case ERROR ->
          List.of(
              codes(call, product),
              text(call, "fault.status", "Status", "that of the code"),
              text(call, "fault.message", "Message", "that of the code"),
              text(call, "fault.retryAfterMillis", "Retry after, ms", "none"));
      case DELAY ->
          List.of(
              text(call, "fault.millis", "Delay, ms", "500"),
              text(call, "fault.maxMillis", "At most, ms", "the same"));
      case TRUNCATE -> List.of(text(call, "fault.bytes", "Bytes that are sent", "40"));
      case HTML -> List.of(text(call, "fault.status", "Status", "503"));
      case PAGE_SIZE -> List.of(text(call, "fault.size", "Most that a page holds", "1"));
      case BODY ->
          List.of(
              area(call, "fault.content", "Content", "what is sent instead"),
              text(call, "fault.contentType", "Content type", "that of the answer"),
              text(call, "fault.status", "Status", "200"));
      case DRIBBLE -> List.of(text(call, "fault.millis", "Over, ms", "1000"));
      case EXPIRE_TOKEN, RESET, ENVELOPE, GARBAGE, EMPTY -> List.of();
    };
  }

  private Field codes(Call call, String product) {
    TreeMap<String, String> codes = new TreeMap<>();
    for (String each : product.isEmpty() ? errors.products() : List.of(product)) {
      errors.all(each).forEach(error -> codes.putIfAbsent(error.code(), error.message()));
    }
    List<Choice> choices = new ArrayList<>();
    codes.forEach((code, message) -> choices.add(new Choice(code, message)));
    String value = call.text("fault.code");
    return new Field("fault.code", "Code", value, "such as Throttling.User", choices, false, false);
  }

  private static Field text(Call call, String name, String label, String hint) {
    return new Field(name, label, call.text(name), hint, List.of(), false, false);
  }

  private static Field area(Call call, String name, String label, String hint) {
    return new Field(name, label, call.text(name), hint, List.of(), false, true);
  }

  private static Field choice(Call call, String name, String label, String... values) {
    List<Choice> choices = Arrays.stream(values).map(value -> new Choice(value, value)).toList();
    return new Field(name, label, call.text(name), "", choices, true, false);
  }

  /** The rule, as the admin API takes it. */
  static JsonObject rule(Call call) {
    JsonObject rule = new JsonObject();
    call.fields()
        .forEach(
            (name, value) -> {
              String text = value.trim();
              if (!text.isEmpty()) {
                put(rule, name, text);
              }
            });
    return rule;
  }

  private static void put(JsonObject rule, String name, String value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      rule.put(name, typed(name, value));
      return;
    }
    String group = name.substring(0, dot);
    if (!rule.containsKey(group)) {
      rule.put(group, new JsonObject());
    }
    Objects.requireNonNull(rule.getJsonObject(group))
        .put(name.substring(dot + 1), typed(name, value));
  }

  /** A number where numbers are meant; what is none stays a text, which the reader then refuses. */
  private static Object typed(String name, String value) {
    return switch (name) {
      case "skip",
          "times",
          "fault.status",
          "fault.millis",
          "fault.maxMillis",
          "fault.bytes",
          "fault.size",
          "fault.retryAfterMillis" ->
          value.matches("-?\\d{1,9}") ? Integer.valueOf(value) : value;
      case "probability" -> value.matches("\\d(\\.\\d{1,15})?") ? Double.valueOf(value) : value;
      case "match.parameters" -> new JsonObject(new LinkedHashMap<>(ParameterLines.read(value)));
      default -> value;
    };
  }
}
