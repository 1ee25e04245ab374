package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.text.Nearest;
import io.tagginggateway.core.product.Paging;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.request.Parameters;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Which rule of the tag family a request broke, and what follows it. */
final class TagRuleHints {
  private final RoutingHints routing;
  private final OperationIndex.Lazy operations;

  TagRuleHints(RoutingHints routing, OperationIndex.Lazy operations) {
    this.routing = routing;
    this.operations = operations;
  }

  /**
   * One sentence.
   *
   * @param situation one that the request alone tells, and no store
   */
  CompletionStage<String> broken(Exchange exchange, TagOperation operation, Situation situation) {
    return switch (situation) {
      case UNKNOWN_RESOURCE_TYPE -> unknownType(exchange, operation);
      case BAD_NEXT_TOKEN -> badToken(exchange, operation);
      default -> CompletableFuture.completedFuture(told(exchange, operation, situation));
    };
  }

  private static String told(Exchange exchange, TagOperation operation, Situation situation) {
    Parameters sent = exchange.parameters();
    ParameterNames names = operation.parameters();
    TagFamily family = operation.family();
    TagOperation.Kind kind = operation.kind();
    SentLists lists = new SentLists(operation, sent);
    return switch (situation) {
      case NO_RESOURCE_TYPE -> noType(exchange, operation);
      case UNKNOWN_RESOURCE_TYPE -> "The product has no such type.";
      case MISSING_PARAMETER -> missing(exchange, operation);
      case TOO_MANY_RESOURCE_IDS ->
          tooMany(lists.ids().size(), "resource id", family.limits().ids().get(kind));
      case TOO_MANY_TAGS -> tooMany(lists.tags().size(), "tag", family.limits().tags().get(kind));
      case TOO_MANY_KEYS -> tooMany(lists.keys().size(), "key", family.limits().keys());
      case NO_RESOURCE_IDS_NOR_TAGS ->
          first(
              exchange,
              Misnamed.ids(sent, operation),
              Misnamed.tags(sent, operation),
              "The list names neither resources nor tags: send "
                  + Misnamed.example(names.ids(), operation.encodings().ids())
                  + " or "
                  + lists.example()
                  + ".");
      case NO_RESOURCE_IDS ->
          first(
              exchange,
              Misnamed.ids(sent, operation),
              null,
              "The request names no resource: send "
                  + Misnamed.example(names.ids(), operation.encodings().ids())
                  + ".");
      case NO_TAGS ->
          first(
              exchange,
              Misnamed.tags(sent, operation),
              null,
              "The request names no tag: send " + lists.example() + ".");
      case BAD_RESOURCE_ID -> lists.badId();
      case DUPLICATE_RESOURCE_ID ->
          "The resource id " + Words.quoted(lists.repeatedId()) + " stands twice.";
      case VALUE_WITHOUT_KEY -> lists.valueWithoutKey();
      case DUPLICATE_KEY ->
          "The key "
              + Words.quoted(lists.repeatedKey())
              + " stands twice: a resource has one value of a key.";
      case BAD_KEY -> lists.badKey();
      case BAD_VALUE -> lists.badValue();
      case KEYS_AND_ALL -> names.all() + "=true stands beside keys to remove: send one of the two.";
      case NEITHER_KEYS_NOR_ALL ->
          first(
              exchange,
              Misnamed.keys(sent, operation),
              null,
              "The request names no key to remove"
                  + (names.all() == null ? "." : ": send keys, or " + names.all() + "=true."));
      case BAD_PAGE_SIZE -> badPage(operation, sent);
      case BAD_NEXT_TOKEN -> "The token was never issued.";
      case TOO_MANY_TAGS_ON_RESOURCE ->
          "A resource carries at most "
              + Words.count(family.limits().tagsPerResource(), "tag")
              + ", and one would carry more: remove some first, or send fewer.";
      case RESOURCE_NOT_FOUND ->
          "The resource was never declared, and resources: declared tags no other one.";
    };
  }

  private static String first(
      Exchange exchange, @Nullable String one, @Nullable String other, String otherwise) {
    String unread =
        exchange.request().body().length > 0 && !isRoa(exchange)
            ? RequestBodies.unread(exchange.request())
            : null;
    String found = one != null ? one : other != null ? other : unread;
    return found != null ? found : otherwise;
  }

  private static boolean isRoa(Exchange exchange) {
    return exchange.operation() instanceof TagOperation tag && tag.request() != null;
  }

  private static String noType(Exchange exchange, TagOperation operation) {
    String name = Objects.requireNonNullElse(operation.parameters().type(), "ResourceType");
    List<String> types = operation.family().types().names();
    return first(
        exchange,
        Misnamed.single(exchange.parameters(), name, Misnamed.known(operation)),
        null,
        "The request names no " + name + ": send one of " + Words.listed(types) + ".");
  }

  private CompletionStage<String> unknownType(Exchange exchange, TagOperation operation) {
    String name = String.valueOf(operation.parameters().type());
    String sent = Objects.requireNonNullElse(exchange.parameters().get(name), "");
    List<String> types = operation.family().types().names();
    String product = String.valueOf(exchange.product());
    String none = product + " has no resource type " + Words.quoted(sent);
    String nearest = Nearest.to(sent, types);
    if (nearest != null) {
      return CompletableFuture.completedFuture(none + ": did you mean " + nearest + "?");
    }
    return operations
        .get()
        .thenApply(
            index -> {
              List<ProductHead> others = index.withType(sent);
              return others.isEmpty()
                  ? none + "; it has " + Words.listed(types) + "."
                  : none
                      + ", which is a type of "
                      + Words.listed(ProductHosts.codes(others))
                      + ": call "
                      + routing.callOf(others.get(0), exchange.region())
                      + ".";
            });
  }

  private static String missing(Exchange exchange, TagOperation operation) {
    Parameters sent = exchange.parameters();
    for (String name : operation.parameters().required().get(operation.kind())) {
      String value = sent.get(name);
      if (value == null || value.isEmpty()) {
        return first(
            exchange,
            Misnamed.single(sent, name, Misnamed.known(operation)),
            null,
            operation.name() + " needs " + name + ", which was not sent.");
      }
    }
    return operation.name() + " needs a parameter that was not sent.";
  }

  private static String tooMany(int sent, String what, int limit) {
    return "The request names "
        + Words.count(sent, what)
        + " and may name "
        + limit
        + ": send the others in further requests.";
  }

  private static String badPage(TagOperation operation, Parameters sent) {
    ParameterNames names = operation.parameters();
    String size = names.pageSize() == null ? null : sent.get(names.pageSize());
    int most = operation.family().paging().maxSize();
    return size != null && !(size.matches("[0-9]{1,9}") && between(size, most))
        ? names.pageSize()
            + " is a whole number from 1 to "
            + most
            + ", not "
            + Words.quoted(size)
            + "."
        : names.page() + " is a whole number from 1 to " + Paging.MAX_NUMBER + ".";
  }

  private static boolean between(String number, int most) {
    int value = Integer.parseInt(number);
    return value >= 1 && value <= most;
  }

  private CompletionStage<String> badToken(Exchange exchange, TagOperation operation) {
    String name = String.valueOf(operation.parameters().token());
    String token = Objects.requireNonNullElse(exchange.parameters().get(name), "");
    String sent = name + "=" + Words.quoted(token);
    if (token.equals(operation.family().paging().end().token())) {
      return CompletableFuture.completedFuture(
          sent
              + " is how "
              + exchange.product()
              + " says that a list ends: stop there, and do not send it.");
    }
    return operations
        .get()
        .thenApply(
            index -> {
              List<ProductHead> others = index.endingWith(token);
              return others.isEmpty()
                  ? name
                      + " was issued for another query, or never: send it with the same account,"
                      + " region, "
                      + operation.parameters().type()
                      + ", ids and tags as the page before, and unchanged."
                  : sent
                      + " is the end of lists of "
                      + Words.listed(ProductHosts.codes(others))
                      + ", and here no token: send none.";
            });
  }
}
