package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request's business parameters by a product's rules. The first broken rule is thrown as
 * the product's error; the methods are called in the order in which the rules stand in {@link
 * BrokenRule}.
 */
final class RequestReader {
  private final ProductModule module;
  private final TagRules rules;
  private final Parameters parameters;

  RequestReader(ProductModule module, Parameters parameters) {
    this.module = module;
    this.rules = module.rules();
    this.parameters = parameters;
  }

  String resourceType() {
    String sent = parameters.get("ResourceType");
    if (sent == null || sent.isEmpty()) {
      throw broken(BrokenRule.NO_RESOURCE_TYPE);
    }
    String type = rules.canonicalType(sent);
    if (type == null) {
      throw broken(BrokenRule.UNKNOWN_RESOURCE_TYPE);
    }
    return type;
  }

  /** The distinct ids, few enough; an empty one counts as not sent. */
  List<String> resourceIds() {
    Set<String> distinct = new LinkedHashSet<>(NumberedList.values(parameters, "ResourceId"));
    distinct.remove("");
    if (distinct.size() > rules.maxResourceIds()) {
      throw broken(BrokenRule.TOO_MANY_RESOURCE_IDS);
    }
    return List.copyOf(distinct);
  }

  /** The members of Tag.N, few enough and not yet checked. */
  Collection<NumberedList.Member> tags() {
    return atMostMaxTags(NumberedList.members(parameters, "Tag"));
  }

  /** The members of TagKey.N, few enough and not yet checked. */
  Collection<NumberedList.Member> tagKeys() {
    List<NumberedList.Member> members = new ArrayList<>();
    for (String key : NumberedList.values(parameters, "TagKey")) {
      members.add(new NumberedList.Member(key, null));
    }
    return atMostMaxTags(members);
  }

  void require(boolean present, BrokenRule otherwise) {
    if (!present) {
      throw broken(otherwise);
    }
  }

  void checkResourceIds(List<String> ids) {
    for (String id : ids) {
      require(Texts.isResourceId(id), BrokenRule.BAD_RESOURCE_ID);
    }
  }

  List<TagFilter> filters(Collection<NumberedList.Member> members) {
    check(members, rules.filterKey());
    List<TagFilter> filters = new ArrayList<>(members.size());
    for (NumberedList.Member member : members) {
      filters.add(new TagFilter(key(member), member.value()));
    }
    return filters;
  }

  List<Tag> newTags(Collection<NumberedList.Member> members) {
    check(members, rules.userKey());
    List<Tag> tags = new ArrayList<>(members.size());
    for (NumberedList.Member member : members) {
      String value = member.value();
      tags.add(new Tag(key(member), value == null ? "" : value));
    }
    return tags;
  }

  List<String> keys(Collection<NumberedList.Member> members) {
    check(members, rules.userKey());
    List<String> keys = new ArrayList<>(members.size());
    for (NumberedList.Member member : members) {
      keys.add(key(member));
    }
    return keys;
  }

  /** Whether {@code All} asks for every tag; anything but {@code true} does not. */
  boolean all() {
    return "true".equalsIgnoreCase(parameters.get("All"));
  }

  /** The page size that the client asks for. */
  int maxResults(Paging paging) {
    String sent = parameters.get("MaxResults");
    if (sent == null) {
      return paging.defaultSize();
    }
    int size = wholeNumber(sent);
    require(size >= 1 && size <= paging.maxSize(), BrokenRule.BAD_MAX_RESULTS);
    return size;
  }

  /** The token sent, or null when the list starts from the beginning. */
  @Nullable String nextToken() {
    String token = parameters.get("NextToken");
    return token == null || token.isEmpty() ? null : token;
  }

  ApiException broken(BrokenRule rule) {
    return new ApiException(module.error(rule));
  }

  private Collection<NumberedList.Member> atMostMaxTags(Collection<NumberedList.Member> members) {
    require(members.size() <= rules.maxTags(), BrokenRule.TOO_MANY_TAGS);
    return members;
  }

  private void check(Collection<NumberedList.Member> members, Predicate<String> keyRule) {
    Set<String> seen = new HashSet<>();
    for (NumberedList.Member member : members) {
      require(member.key() != null, BrokenRule.VALUE_WITHOUT_KEY);
    }
    for (NumberedList.Member member : members) {
      require(seen.add(key(member)), BrokenRule.DUPLICATE_KEY);
    }
    for (NumberedList.Member member : members) {
      require(keyRule.test(key(member)), BrokenRule.BAD_KEY);
    }
    for (NumberedList.Member member : members) {
      require(member.value() == null || rules.value().test(member.value()), BrokenRule.BAD_VALUE);
    }
  }

  private static String key(NumberedList.Member member) {
    String key = member.key();
    return key == null ? "" : key;
  }

  private static int wholeNumber(String text) {
    if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    return Integer.parseInt(text);
  }
}
