package io.tagginggateway.app.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tagginggateway.app.json.StrictJson;
import io.tagginggateway.app.text.KnownNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rules as users write them, and refuses those that cannot be. */
public final class FaultReader {
  /** The longest delay. Chosen: shorter than the time after which an idle connection ends. */
  public static final int MAX_DELAY_MILLIS = 60_000;

  private static final Pattern CONTENT_TYPE = Pattern.compile("[!-~][ -~]{0,199}");

  private final ErrorTables errors;

  /** A reader that knows these errors. */
  public FaultReader(ErrorTables errors) {
    this.errors = errors;
  }

  /**
   * The rule in a JSON document.
   *
   * @throws BadRuleException if there is none
   */
  public FaultRule read(byte[] document) {
    JsonNode root = parse(document);
    StrictJsonObject rule =
        new StrictJsonObject(
            root, "", List.of("match", "fault", "phase", "skip", "times", "probability", "seed"));
    FaultMatch match = match(rule.node("match"));
    String phase = rule.oneOf("phase", List.of("before", "after"));
    return new FaultRule(
        match,
        fault(rule, match.product()),
        "after".equals(phase) ? Phase.AFTER : Phase.BEFORE,
        rule.number("skip", 0, Integer.MAX_VALUE, 0),
        rule.number("times", 0, Integer.MAX_VALUE, 1),
        probability(rule),
        seed(rule));
  }

  private JsonNode parse(byte[] document) {
    try {
      return StrictJson.read(document);
    } catch (JsonProcessingException e) {
      throw new BadRuleException("", "not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new BadRuleException("", "cannot be read");
    }
  }

  private FaultMatch match(JsonNode node) {
    if (node.isMissingNode()) {
      return FaultMatch.ANY;
    }
    StrictJsonObject match =
        new StrictJsonObject(
            node, "/match", List.of("product", "action", "accessKeyId", "account", "parameters"));
    String product = match.oneOf("product", errors.products());
    String action = operation(match, product);
    return new FaultMatch(
        product,
        action,
        match.text("accessKeyId"),
        match.text("account"),
        parameters(match, product));
  }

  private Map<String, String> parameters(StrictJsonObject match, @Nullable String product) {
    Map<String, String> parameters = match.texts("parameters");
    for (String name : parameters.keySet()) {
      String mistyped = errors.mistyped(product, name);
      if (mistyped != null) {
        throw match.bad("parameters", mistyped);
      }
    }
    return parameters;
  }

  private @Nullable String operation(StrictJsonObject match, @Nullable String product) {
    String name = match.text("action");
    if (name == null) {
      return null;
    }
    Set<String> known = errors.operations(product);
    for (String operation : known) {
      if (operation.equalsIgnoreCase(name)) {
        return operation;
      }
    }
    throw match.bad("action", KnownNames.unknown("operation", name, known));
  }

  private Fault fault(StrictJsonObject rule, @Nullable String product) {
    JsonNode node = rule.node("fault");
    if (node.isMissingNode()) {
      throw rule.bad("fault", "is mandatory");
    }
    return switch (type(node)) {
      case ERROR -> error(fields(node, "code", "status", "message", "retryAfterMillis"), product);
      case DELAY -> delay(fields(node, "millis", "maxMillis"));
      case TRUNCATE ->
          new Fault.Truncate(fields(node, "bytes").mandatory("bytes", 0, Integer.MAX_VALUE));
      case HTML -> html(fields(node, "status"));
      case PAGE_SIZE ->
          new Fault.PageSize(fields(node, "size").mandatory("size", 1, Integer.MAX_VALUE));
      case EXPIRE_TOKEN -> {
        fields(node);
        yield new Fault.ExpireToken();
      }
      case RESET -> {
        fields(node);
        yield new Fault.Reset();
      }
      case ENVELOPE -> {
        fields(node);
        yield new Fault.Envelope();
      }
      case BODY -> body(fields(node, "content", "contentType", "status"));
      case GARBAGE -> {
        fields(node);
        yield new Fault.Garbage();
      }
      case DRIBBLE ->
          new Fault.Dribble(fields(node, "millis").mandatory("millis", 1, MAX_DELAY_MILLIS));
      case EMPTY -> {
        fields(node);
        yield new Fault.Empty();
      }
    };
  }

  /** The type decides which other fields there may be. */
  private static FaultType type(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    StrictJsonObject any = new StrictJsonObject(node, "/fault", names);
    String name = any.oneOf("type", FaultType.wireNames());
    FaultType type = name == null ? null : FaultType.of(name);
    if (type == null) {
      throw any.bad("type", "is mandatory");
    }
    return type;
  }

  private static StrictJsonObject fields(JsonNode node, String... names) {
    List<String> known = new ArrayList<>(List.of("type"));
    known.addAll(List.of(names));
    return new StrictJsonObject(node, "/fault", known);
  }

  private static Fault delay(StrictJsonObject fault) {
    int millis = fault.mandatory("millis", 0, MAX_DELAY_MILLIS);
    return new Fault.Delay(millis, fault.number("maxMillis", millis, MAX_DELAY_MILLIS, millis));
  }

  private static Fault html(StrictJsonObject fault) {
    return new Fault.Html(status(fault, 503));
  }

  private static int status(StrictJsonObject fault, int otherwise) {
    int status = fault.number("status", 200, 599, otherwise);
    if (status == 204 || status == 205 || status == 304) {
      throw fault.bad("status", "an answer of this status has no body");
    }
    return status;
  }

  /** A content that is JSON stands for its text. */
  private static Fault body(StrictJsonObject fault) {
    JsonNode content = fault.node("content");
    if (content.isMissingNode()) {
      throw fault.bad("content", "is mandatory; it may be an empty text");
    }
    String contentType = fault.text("contentType");
    if (contentType != null && !CONTENT_TYPE.matcher(contentType).matches()) {
      throw fault.bad("contentType", "expected up to 200 printable ASCII characters");
    }
    String text = content.isTextual() ? content.textValue() : content.toString();
    return new Fault.Body(text, contentType, status(fault, 200));
  }

  private Fault error(StrictJsonObject fault, @Nullable String product) {
    String code = fault.text("code");
    if (code == null) {
      throw fault.bad("code", "is mandatory");
    }
    Fault.Failure failure =
        new Fault.Failure(
            code,
            fault.number("status", 400, 599),
            fault.text("message"),
            fault.number("retryAfterMillis", 0, MAX_DELAY_MILLIS));
    Set<String> asked = product == null ? errors.products() : Set.of(product);
    if (asked.stream().allMatch(any -> errors.resolve(any, failure) == null)) {
      String who = product == null ? "any product" : product;
      throw fault.bad(
          "code",
          KnownNames.unknown("error code of " + who, code, errors.codes(product))
              + "; another code needs both status and message");
    }
    return failure;
  }

  private static double probability(StrictJsonObject rule) {
    JsonNode value = rule.node("probability");
    if (value.isMissingNode()) {
      return 1;
    }
    if (!value.isNumber() || !(value.doubleValue() > 0 && value.doubleValue() <= 1)) {
      throw rule.bad("probability", "expected a number above 0 and up to 1");
    }
    return value.doubleValue();
  }

  private static long seed(StrictJsonObject rule) {
    JsonNode value = rule.node("seed");
    if (value.isMissingNode()) {
      return 0;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw rule.bad("seed", "expected a whole number");
    }
    return value.longValue();
  }
}
