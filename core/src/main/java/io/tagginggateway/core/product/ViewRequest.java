package io.tagginggateway.core.product;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.tag.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request of the view. The first broken rule is thrown as the error of its situation; the
 * methods are called in the order of {@link ViewSituation}.
 */
final class ViewRequest {
  private static final JsonFactory JSON = new JsonFactory();

  private final Call call;
  private final ViewOperation operation;
  private final TagView view;
  private final ArnServices services;

  ViewRequest(Call call, ViewOperation operation, ArnServices services) {
    this.call = call;
    this.operation = operation;
    this.view = operation.view();
    this.services = services;
  }

  /**
   * A resource that a request names.
   *
   * @param sent its ARN as sent
   * @param id its id
   * @param target where it is kept
   */
  record Named(String sent, String id, ArnServices.Target target) {}

  /** The distinct resources; an empty name counts as not sent. */
  List<Named> resources() {
    Set<String> sent =
        new LinkedHashSet<>(
            NumberedList.values(call.request().parameters(), view.parameters().arns()));
    sent.remove("");
    require(!sent.isEmpty() || operation.reads(), ViewSituation.NO_ARNS, "");
    require(sent.size() <= view.limits().arns(), ViewSituation.TOO_MANY_ARNS, "");
    Map<String, Named> resources = new LinkedHashMap<>();
    for (String text : sent) {
      Named named = resource(text);
      ArnServices.Target target = named.target();
      resources.putIfAbsent(target.product() + "/" + target.type() + "/" + named.id(), named);
    }
    return List.copyOf(resources.values());
  }

  private Named resource(String text) {
    Arn arn = Arn.parse(text);
    if (arn == null) {
      throw broken(ViewSituation.BAD_ARN, text);
    }
    require(arn.isOfAccount(call.account()), ViewSituation.OTHER_ACCOUNT, arn.account());
    require(arn.isInRegion(call.region()), ViewSituation.OTHER_REGION, arn.region());
    Set<String> products = services.products(arn.service());
    require(!products.isEmpty(), ViewSituation.UNKNOWN_SERVICE, arn.service());
    ArnServices.Target target = services.find(products, arn.type());
    if (target == null) {
      throw broken(ViewSituation.UNKNOWN_TYPE, arn.type());
    }
    return new Named(text, arn.id(), target);
  }

  /** The type that keys or values are asked of, or null for all. */
  ArnServices.@Nullable Target type() {
    String sent = parameter(view.parameters().type());
    if (sent.isEmpty()) {
      return null;
    }
    ArnServices.Target target = services.find(sent);
    if (target == null) {
      throw broken(ViewSituation.UNKNOWN_TYPE, sent);
    }
    return target;
  }

  /** The tags, with distinct keys that are allowed. */
  List<Tag> tags() {
    String sent = parameter(view.parameters().tags());
    List<Tag> tags = sent.isEmpty() ? List.of() : jsonTags(sent);
    boolean some = tags != null && !tags.isEmpty();
    if (tags == null || !(some || (operation.reads() && sent.isEmpty()))) {
      throw broken(ViewSituation.BAD_TAGS, sent);
    }
    require(tags.size() <= view.limits().tags(), ViewSituation.TOO_MANY_TAGS, "");
    Set<String> keys = new HashSet<>();
    for (Tag tag : tags) {
      require(keys.add(tag.key()), ViewSituation.DUPLICATE_KEY, tag.key());
    }
    for (Tag tag : tags) {
      boolean reserved = !operation.reads() && Texts.hasReservedPrefix(tag.key());
      require(view.key().allows(tag.key()) && !reserved, ViewSituation.BAD_KEY, tag.key());
    }
    for (Tag tag : tags) {
      require(view.value().allows(tag.value()), ViewSituation.BAD_VALUE, tag.value());
    }
    return tags;
  }

  /** The keys to remove, each once. */
  List<String> keys() {
    List<String> keys = NumberedList.values(call.request().parameters(), view.parameters().keys());
    require(!keys.isEmpty(), ViewSituation.NO_KEY, "");
    require(keys.size() <= view.limits().keys(), ViewSituation.TOO_MANY_TAGS, "");
    Set<String> distinct = new HashSet<>();
    for (String key : keys) {
      require(distinct.add(key), ViewSituation.DUPLICATE_KEY, key);
    }
    for (String key : keys) {
      require(!Texts.hasReservedPrefix(key), ViewSituation.SYSTEM_KEY, key);
      require(view.key().allows(key), ViewSituation.BAD_KEY, key);
    }
    return keys;
  }

  /** The key whose values are asked for. */
  String key() {
    String key = parameter(view.parameters().key());
    require(!key.isEmpty(), ViewSituation.NO_KEY, "");
    require(view.key().allows(key), ViewSituation.BAD_KEY, key);
    return key;
  }

  /** The category that is asked for; null for both. */
  @Nullable Category category() {
    String sent = parameter(view.parameters().category());
    if (sent.isEmpty() || sent.equalsIgnoreCase("all")) {
      return null;
    }
    for (Category category : Category.values()) {
      if (category.name().equalsIgnoreCase(sent)) {
        return category;
      }
    }
    throw broken(ViewSituation.BAD_CATEGORY, sent);
  }

  /** Whether preset tags are asked for, of which there are none here. */
  boolean isOfPresetTags() {
    String sent = parameter(view.parameters().query());
    boolean preset = sent.equalsIgnoreCase("MetaTag");
    require(
        preset || sent.isEmpty() || sent.equalsIgnoreCase("ResourceTag"),
        ViewSituation.BAD_QUERY_TYPE,
        sent);
    return preset;
  }

  /** Whether a text is the beginning of what is asked for, and not all of it. */
  boolean isPrefix() {
    String sent = parameter(view.parameters().fuzzy());
    boolean prefix = sent.equalsIgnoreCase("PREFIX");
    require(
        prefix || sent.isEmpty() || sent.equalsIgnoreCase("EQUAL"),
        ViewSituation.BAD_FUZZY_TYPE,
        sent);
    return prefix;
  }

  int pageSize() {
    String sent = parameter(view.parameters().pageSize());
    int size = sent.isEmpty() ? view.paging().defaultSize() : Texts.wholeNumber(sent);
    require(size >= 1 && size <= view.paging().maxSize(), ViewSituation.BAD_PAGE_SIZE, sent);
    return Math.min(size, call.maxPage());
  }

  /** What was sent, or the empty text. */
  String parameter(String name) {
    String sent = call.request().parameter(name);
    return sent == null ? "" : sent;
  }

  ApiException broken(ViewSituation situation, String value) {
    return new ApiException(operation.error(situation).quoting(value), situation.id());
  }

  private void require(boolean holds, ViewSituation otherwise, String value) {
    if (!holds) {
      throw broken(otherwise, value);
    }
  }

  /** The tags of a JSON object, or null if it is none of texts. */
  private static @Nullable List<Tag> jsonTags(String sent) {
    List<Tag> tags = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(sent)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        if (parser.nextToken() != JsonToken.VALUE_STRING) {
          return null;
        }
        tags.add(new Tag(key, parser.getText()));
      }
      return parser.nextToken() == null ? tags : null;
    } catch (IOException notJson) {
      return null;
    }
  }
}
