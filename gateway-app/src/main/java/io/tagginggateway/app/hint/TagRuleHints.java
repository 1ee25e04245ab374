package io.tagginggateway.app.hint;

import io.tagginggateway.app.rpc.Exchange;
import io.tagginggateway.app.text.Nearest;
import io.tagginggateway.core.product.EndOfList;
import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.ProductHead;
import io.tagginggateway.core.product.RequestedResources;
import io.tagginggateway.core.product.Situation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
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
    if (situation == Situation.UNKNOWN_RESOURCE_TYPE) {
      return unknownType(exchange, operation);
    }
    return CompletableFuture.completedFuture(told(exchange, operation, situation));
  }

  private static String told(Exchange exchange, TagOperation operation, Situation situation) {
    Parameters sent = exchange.parameters();
    ParameterNames names = operation.parameters();
    TagFamily family = operation.family();
    TagOperation.Kind kind = operation.kind();
    return switch (situation) {
      case NO_RESOURCE_TYPE -> noType(exchange, operation);
      case UNKNOWN_RESOURCE_TYPE -> "The product has no such type.";
      case MISSING_PARAMETER -> missing(exchange, operation);
      case TOO_MANY_RESOURCE_IDS ->
          tooMany(ids(operation, sent).size(), "resource id", family.limits().ids().get(kind));
      case TOO_MANY_TAGS ->
          tooMany(members(operation, sent).size(), "tag", family.limits().tags().get(kind));
      case TOO_MANY_KEYS -> tooMany(keys(operation, sent).size(), "key", family.limits().keys());
      case NO_RESOURCE_IDS_NOR_TAGS ->
          first(
              exchange,
              Misnamed.ids(sent, operation),
              Misnamed.tags(sent, operation),
              "The list names neither resources nor tags: send "
                  + Misnamed.example(names.ids(), operation.encodings().ids())
                  + " or "
                  + tagExample(operation)
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
              "The request names no tag: send " + tagExample(operation) + ".");
      case BAD_RESOURCE_ID -> badId(operation, sent);
      case DUPLICATE_RESOURCE_ID ->
          "The resource id " + Words.quoted(repeated(rawIds(operation, sent))) + " stands twice.";
      case VALUE_WITHOUT_KEY -> valueWithoutKey(operation, sent);
      case DUPLICATE_KEY ->
          "The key "
              + Words.quoted(repeated(allKeys(operation, sent)))
              + " stands twice: a resource has one value of a key.";
      case BAD_KEY -> badKey(operation, sent);
      case BAD_VALUE -> badValue(operation, sent);
      case KEYS_AND_ALL -> names.all() + "=true stands beside keys to remove: send one of the two.";
      case NEITHER_KEYS_NOR_ALL ->
          first(
              exchange,
              Misnamed.keys(sent, operation),
              null,
              "The request names no key to remove"
                  + (names.all() == null ? "." : ": send keys, or " + names.all() + "=true."));
      case BAD_PAGE_SIZE -> badPage(operation, sent);
      case BAD_NEXT_TOKEN -> badToken(exchange, operation);
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

  private static String tagExample(TagOperation operation) {
    ParameterNames names = operation.parameters();
    return operation.encodings().tags() == Encoding.INDEXED
        ? names.tags() + ".1." + names.pair().key()
        : names.tags() + "=[{\"" + names.pair().key() + "\":…,\"" + names.pair().value() + "\":…}]";
  }

  private static List<String> ids(TagOperation operation, Parameters sent) {
    return RequestedResources.of(operation, sent).ids();
  }

  private static List<String> rawIds(TagOperation operation, Parameters sent) {
    return operation.encodings().ids() == Encoding.INDEXED
        ? NumberedList.values(sent, operation.parameters().ids())
        : ids(operation, sent);
  }

  private static List<NumberedList.Member> members(TagOperation operation, Parameters sent) {
    return operation.tagsOf(sent);
  }

  private static List<String> keys(TagOperation operation, Parameters sent) {
    return operation.keysOf(sent);
  }

  private static List<String> allKeys(TagOperation operation, Parameters sent) {
    List<String> all = new ArrayList<>(keys(operation, sent));
    for (NumberedList.Member member : members(operation, sent)) {
      all.add(Objects.requireNonNullElse(member.key(), ""));
    }
    return all;
  }

  private static String repeated(List<String> texts) {
    Set<String> seen = new HashSet<>();
    for (String text : texts) {
      if (!text.isEmpty() && !seen.add(text)) {
        return text;
      }
    }
    return "";
  }

  private static String badId(TagOperation operation, Parameters sent) {
    for (String id : rawIds(operation, sent)) {
      if (id.codePointCount(0, id.length()) > 256) {
        return "The resource id " + Words.quoted(id) + " has more than 256 characters.";
      }
    }
    return operation.encodings().ids() == Encoding.JSON
        ? operation.parameters().ids() + " is no JSON array of texts, such as [\"…\"]."
        : "A resource id has a character that XML cannot carry.";
  }

  private static String valueWithoutKey(TagOperation operation, Parameters sent) {
    String tags = operation.parameters().tags();
    for (int i = 0; i < sent.size(); i++) {
      String name = sent.name(i);
      if (name.startsWith(tags + ".") && name.endsWith(".Value")) {
        String key = name.substring(0, name.length() - ".Value".length()) + ".Key";
        if (sent.get(key) == null) {
          return Words.quoted(name) + " has no " + Words.quoted(key) + " beside it: send that too.";
        }
      }
    }
    return "A tag has a value and no key: send the key too.";
  }

  private static String badKey(TagOperation operation, Parameters sent) {
    Function<String, @Nullable String> rule =
        operation.family().texts().key(operation.kind())::objection;
    for (String key : allKeys(operation, sent)) {
      String objection = rule.apply(key);
      if (objection != null) {
        return "The tag key " + Words.quoted(key) + " " + objection + ".";
      }
    }
    return operation.encodings().tags() == Encoding.JSON
        ? operation.parameters().tags()
            + " is no JSON array of tags: write "
            + tagExample(operation)
            + "."
        : "A tag key is not allowed.";
  }

  private static String badValue(TagOperation operation, Parameters sent) {
    for (NumberedList.Member member : members(operation, sent)) {
      String value = Objects.requireNonNullElse(member.value(), "");
      String objection = operation.family().texts().value().objection(value);
      if (objection != null) {
        return "The tag value " + Words.quoted(value) + " " + objection + ".";
      }
    }
    return "A tag value is not allowed.";
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
        : names.page() + " is a whole number from 1 to 1000.";
  }

  private static boolean between(String number, int most) {
    int value = Integer.parseInt(number);
    return value >= 1 && value <= most;
  }

  private static String badToken(Exchange exchange, TagOperation operation) {
    String name = String.valueOf(operation.parameters().token());
    String token = Objects.requireNonNullElse(exchange.parameters().get(name), "");
    EndOfList end = operation.family().paging().end();
    if (token.equals(end.token())) {
      return name
          + "="
          + Words.quoted(token)
          + " is how "
          + exchange.product()
          + " says that a list ends: stop there, and do not send it.";
    }
    if (token.equals("-1")) {
      return name + "=-1 is the end of lists of CloudAPI, and here no token: send none.";
    }
    return name
        + " was issued for another query, or never: send it with the same account, region, "
        + operation.parameters().type()
        + ", ids and tags as the page before, and unchanged.";
  }
}
