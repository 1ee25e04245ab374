package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.rpc.Explainer;
import io.tagginggateway.app.rpc.Hint;
import io.tagginggateway.core.product.IdentityOperation;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.ProductEntry;
import io.tagginggateway.core.product.ResourceOperation;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.TaggingService;
import io.tagginggateway.core.product.ViewOperation;
import io.tagginggateway.core.product.ViewSituation;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Why a request was refused: by the rule of the product where one is known, else by the code. */
final class Refusals {
  private final RoutingHints routing;
  private final OperationHints operations;
  private final SigningHints signing;
  private final TagRuleHints tagRules;
  private final StoredRuleHints stored;
  private final HintSettings limits;

  Refusals(
      RoutingHints routing,
      OperationHints operations,
      SigningHints signing,
      TagRuleHints tagRules,
      StoredRuleHints stored,
      HintSettings limits) {
    this.routing = routing;
    this.operations = operations;
    this.signing = signing;
    this.tagRules = tagRules;
    this.stored = stored;
    this.limits = limits;
  }

  /** Whether a store has to be asked for the reason. */
  boolean askStore(Exchange exchange) {
    return exchange.rule().equals(Situation.RESOURCE_NOT_FOUND.id())
        || exchange.rule().equals(Situation.TOO_MANY_TAGS_ON_RESOURCE.id());
  }

  CompletionStage<Hint> explain(Exchange exchange) {
    String rule = exchange.rule();
    Operation operation = exchange.operation();
    if (rule.isEmpty() || operation == null) {
      return byCode(exchange);
    }
    return switch (rule) {
      case TaggingService.NO_REGION -> now(noRegion(exchange));
      case TaggingService.STORE_IS_FULL ->
          now(
              "The gateway stores as many bytes as limits.stored allows: remove tags, reset, or"
                  + " raise it.");
      case Explainer.TOO_MANY_GUESTS ->
          now(
              "accounts.unknown-key: isolated keeps an account for each of 1000 keys, and all were"
                  + " used within the last hour: reset, or use fewer keys.");
      default -> operation.as(new Families(exchange, rule));
    };
  }

  private static String noRegion(Exchange exchange) {
    Operation operation = exchange.operation();
    String name =
        operation instanceof TagOperation tag ? tag.parameters().region().name() : "RegionId";
    String meant = Misnamed.single(exchange.parameters(), name, List.of(name));
    String region = exchange.hostRegion();
    String unread = RequestBodies.unread(exchange.request());
    String plain =
        exchange.product()
            + " wants "
            + name
            + " in every request, also where the host names a region: send "
            + name
            + "="
            + Objects.requireNonNullElse(region, "cn-hangzhou")
            + ".";
    return meant != null ? meant : unread != null ? unread : plain;
  }

  /** The rule of a family that was broken. */
  private final class Families implements Operation.Cases<CompletionStage<Hint>> {
    private final Exchange exchange;
    private final String rule;

    Families(Exchange exchange, String rule) {
      this.exchange = exchange;
      this.rule = rule;
    }

    @Override
    public CompletionStage<Hint> tags(TagOperation operation) {
      for (Situation situation : Situation.values()) {
        if (situation.id().equals(rule)) {
          return switch (situation) {
            case RESOURCE_NOT_FOUND -> stored.notDeclared(exchange, operation);
            case TOO_MANY_TAGS_ON_RESOURCE -> stored.tooManyTags(exchange, operation);
            default -> tagRules.broken(exchange, operation, situation).thenApply(Hint::of);
          };
        }
      }
      return byCode(exchange);
    }

    @Override
    public CompletionStage<Hint> identity(IdentityOperation operation) {
      return byCode(exchange);
    }

    @Override
    public CompletionStage<Hint> resource(ResourceOperation operation) {
      String told = ResourceRuleHints.broken(exchange, operation, rule);
      TagOperation asTags =
          new TagOperation(operation.name(), TagOperation.Kind.TAG, operation.family().tags());
      return told != null ? now(told) : tags(asTags);
    }

    @Override
    public CompletionStage<Hint> view(ViewOperation operation) {
      for (ViewSituation situation : ViewSituation.values()) {
        if (situation.id().equals(rule)) {
          return now(ViewRuleHints.broken(exchange, operation, situation));
        }
      }
      return byCode(exchange);
    }
  }

  private CompletionStage<Hint> byCode(Exchange exchange) {
    RpcRequest request = exchange.request();
    ProductEntry entry = exchange.entry();
    String code = Objects.requireNonNullElse(exchange.code(), "");
    return switch (code) {
      case "InvalidProduct.NotFound" -> routing.noProduct(exchange).thenApply(Hint::of);
      case "InvalidAction.NotFound" ->
          entry == null
              ? routing.noProduct(exchange).thenApply(Hint::of)
              : operations.noOperation(exchange, entry.product()).thenApply(Hint::of);
      case "InvalidVersion" ->
          now(entry == null ? "" : routing.wrongVersion(exchange, entry.head()));
      case "MissingVersion" ->
          now(SigningHints.missingVersion(request, entry == null ? "" : entry.head().version()));
      case "InvalidAccessKeyId.NotFound" -> signing.unknownKey(request);
      case "InvalidAccessKeyId.Inactive" -> ofKey(request, SigningHints.Wrong.INACTIVE);
      case "InvalidSecurityToken.Malformed" -> ofKey(request, SigningHints.Wrong.TOKEN_MALFORMED);
      case "InvalidSecurityToken.MismatchWithAccessKey" ->
          ofKey(request, SigningHints.Wrong.TOKEN_MISMATCH);
      case "InvalidSecurityToken.Expired" -> ofKey(request, SigningHints.Wrong.TOKEN_EXPIRED);
      case "SignatureDoesNotMatch" -> ofKey(request, SigningHints.Wrong.SIGNATURE);
      case "SignatureNonceUsed" -> now(SigningHints.nonce(request));
      case "InvalidSignatureMethod" -> now(SigningHints.method(request));
      case "InvalidTimeStamp.Format" -> now(signing.timeFormat(request));
      case "InvalidTimeStamp.Expired" -> now(signing.expired(request));
      default -> now(plain(exchange, code));
    };
  }

  private CompletionStage<Hint> ofKey(RpcRequest request, SigningHints.Wrong wrong) {
    return signing.ofKey(request, wrong).thenApply(Hint::of);
  }

  private String plain(Exchange exchange, String code) {
    RpcRequest request = exchange.request();
    Parameters sent = exchange.parameters();
    return switch (code) {
      case "UnsupportedHTTPMethod" ->
          exchange.product()
              + " takes "
              + (exchange.entry() == null
                  ? "other methods"
                  : String.join(
                      " and ", exchange.entry().product().methods().stream().sorted().toList()))
              + ", not "
              + Words.quoted(request.method())
              + ".";
      case "InvalidParameter.Format" ->
          "Format is JSON or XML, not "
              + Words.quoted(Objects.requireNonNullElse(sent.get("Format"), ""))
              + ".";
      case "RequestParameterMalformed" -> malformed(exchange);
      case "TooManyParameters" ->
          "A request has at most "
              + Parameters.MAX
              + " parameters: send the others in further ones.";
      case "InvalidRegionId.NotFound" ->
          "A region id is made of letters, digits and hyphens, such as cn-hangzhou, and not "
              + Words.quoted(Objects.requireNonNullElse(sent.get("RegionId"), ""))
              + ".";
      case "RequestEntityTooLarge" ->
          "The body has more than the " + limits.body() + " bytes of http.max-body.";
      case "RequestURITooLong" ->
          "The request line has more than the "
              + limits.line()
              + " bytes of limits.line: send the parameters as a form.";
      case "RequestHeaderTooLarge" ->
          "The headers have more than the " + limits.headers() + " bytes of limits.header.";
      case "BadRequest" ->
          "What came is no well-formed HTTP/1.1: a client that speaks TLS to the plain port, or"
              + " writes a header wrong, looks so.";
      case "ServiceUnavailable" ->
          "The gateway has no room or no answer of its store at this moment: try again, and see the"
              + " log and GET /_gateway/health/ready.";
      case "InternalError" ->
          "The gateway has a defect: its log tells it under the id " + exchange.requestId() + ".";
      default -> otherwise(exchange, code);
    };
  }

  private String otherwise(Exchange exchange, String code) {
    if (code.startsWith("Missing") && exchange.operation() != null && exchange.caller() == null) {
      return signing.missing(exchange.request(), code.substring("Missing".length()));
    }
    return code.startsWith("Throttling")
        ? "The access key used more nonces within 15 minutes than are remembered: send fewer"
            + " requests, or use several keys."
        : "GET /_gateway/products shows what "
            + Objects.requireNonNullElse(exchange.product(), "each product")
            + " takes; the answer's message says what it refused.";
  }

  private static String malformed(Exchange exchange) {
    boolean roa = exchange.operation() instanceof TagOperation tag && tag.request() != null;
    return roa
        ? "The body is no JSON object, or a parameter is encoded wrong: send {\"name\":\"value\"}."
        : "A name or value has a % without two hexadecimal digits behind it, or bytes that are no"
            + " UTF-8: percent-encode it.";
  }

  private static CompletionStage<Hint> now(String text) {
    return CompletableFuture.completedFuture(Hint.of(text));
  }
}
