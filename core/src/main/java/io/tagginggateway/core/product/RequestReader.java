package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads one request's business parameters by the rules of its operation. The first broken rule is
 * thrown as the product's error; the methods are called in the order in which the situations stand
 * in {@link Situation}.
 */
final class RequestReader {
  private final TagFamily family;
  private final TagOperation.Kind kind;
  private final Parameters parameters;
  private boolean idRepeated;

  RequestReader(TagOperation operation, Parameters parameters) {
    this.family = operation.family();
    this.kind = operation.kind();
    this.parameters = parameters;
  }

  /** The canonical type. */
  String resourceType() {
    String sent = parameters.get(family.parameters().type());
    if (sent == null || sent.isEmpty()) {
      throw broken(Situation.NO_RESOURCE_TYPE);
    }
    String type = family.types().canonical(sent);
    if (type == null) {
      throw broken(Situation.UNKNOWN_RESOURCE_TYPE);
    }
    return type;
  }

  /** Refuses a request that lacks one of the product's further mandatory parameters. */
  void checkRequired() {
    for (String name : family.parameters().required().get(kind)) {
      String sent = parameters.get(name);
      if (sent == null || sent.isEmpty()) {
        ApiError error = family.errors().get(Situation.MISSING_PARAMETER, kind);
        throw new ApiException(
            new ApiError(
                error.code().replace("{parameter}", name),
                error.status(),
                error.message().replace("{parameter}", name)));
      }
    }
  }

  /** The distinct ids, few enough; an empty one counts as not sent. */
  List<String> resourceIds() {
    List<String> sent =
        ListReader.texts(parameters, family.parameters().ids(), family.encodings().ids());
    if (sent == null) {
      throw broken(Situation.BAD_RESOURCE_ID);
    }
    Set<String> distinct = new LinkedHashSet<>();
    for (String id : sent) {
      idRepeated |= !id.isEmpty() && !distinct.add(id);
    }
    if (distinct.size() > family.limits().ids().get(kind)) {
      throw broken(Situation.TOO_MANY_RESOURCE_IDS);
    }
    return List.copyOf(distinct);
  }

  /** The members of the list of tags, few enough and not yet checked. */
  Collection<NumberedList.Member> tags() {
    Collection<NumberedList.Member> sent =
        ListReader.tags(parameters, family.parameters().tags(), family.encodings().tags());
    if (sent == null) {
      throw broken(Situation.BAD_KEY);
    }
    require(sent.size() <= family.limits().tags().get(kind), Situation.TOO_MANY_TAGS);
    return sent;
  }

  /** The members of the list of keys to remove, few enough and not yet checked. */
  Collection<NumberedList.Member> tagKeys() {
    String name = family.parameters().keys();
    List<String> sent =
        name == null ? List.of() : ListReader.texts(parameters, name, family.encodings().keys());
    if (sent == null) {
      throw broken(Situation.BAD_KEY);
    }
    List<NumberedList.Member> members = new ArrayList<>();
    for (String key : sent) {
      members.add(new NumberedList.Member(key, null));
    }
    if (members.size() > family.limits().keys()) {
      ApiError own = family.errors().find(Situation.TOO_MANY_KEYS, kind);
      throw own == null ? broken(Situation.TOO_MANY_TAGS) : new ApiException(own);
    }
    return members;
  }

  void require(boolean holds, Situation otherwise) {
    if (!holds) {
      throw broken(otherwise);
    }
  }

  void checkResourceIds(List<String> ids) {
    for (String id : ids) {
      require(Texts.isResourceId(id), Situation.BAD_RESOURCE_ID);
    }
    if (idRepeated) {
      refuseIfAnError(Situation.DUPLICATE_RESOURCE_ID);
    }
  }

  /** Throws the error of a situation if the product has one for it. */
  void refuseIfAnError(Situation situation) {
    ApiError error = family.errors().find(situation, kind);
    if (error != null) {
      throw new ApiException(error);
    }
  }

  List<TagFilter> filters(Collection<NumberedList.Member> members) {
    check(members);
    List<TagFilter> filters = new ArrayList<>(members.size());
    for (NumberedList.Member member : members) {
      filters.add(new TagFilter(key(member), member.value()));
    }
    return filters;
  }

  List<Tag> newTags(Collection<NumberedList.Member> members) {
    check(members);
    List<Tag> tags = new ArrayList<>(members.size());
    for (NumberedList.Member member : members) {
      String value = member.value();
      tags.add(new Tag(key(member), value == null ? "" : value));
    }
    return tags;
  }

  List<String> keys(Collection<NumberedList.Member> members) {
    check(members);
    List<String> keys = new ArrayList<>(members.size());
    for (NumberedList.Member member : members) {
      keys.add(key(member));
    }
    return keys;
  }

  /** Whether every tag is to be removed; anything but {@code true} does not ask for it. */
  boolean all() {
    String name = family.parameters().all();
    return name != null && "true".equalsIgnoreCase(parameters.get(name));
  }

  /** The page size that the client asks for, or 0 if it does not, or cannot. */
  int pageSize() {
    String name = family.parameters().pageSize();
    String sent = name == null ? null : parameters.get(name);
    if (sent == null) {
      return 0;
    }
    int size = wholeNumber(sent);
    require(size >= 1 && size <= family.paging().maxSize(), Situation.BAD_PAGE_SIZE);
    return size;
  }

  /** The token sent, or null when the list starts from the beginning. */
  @Nullable String nextToken() {
    String name = family.parameters().token();
    String token = name == null ? null : parameters.get(name);
    return token == null || token.isEmpty() ? null : token;
  }

  ApiException broken(Situation situation) {
    return new ApiException(family.errors().get(situation, kind));
  }

  private void check(Collection<NumberedList.Member> members) {
    TextRule keyRule = family.texts().key(kind);
    TextRule valueRule = family.texts().value();
    Set<String> seen = new HashSet<>();
    for (NumberedList.Member member : members) {
      require(member.key() != null, Situation.VALUE_WITHOUT_KEY);
    }
    for (NumberedList.Member member : members) {
      require(seen.add(key(member)), Situation.DUPLICATE_KEY);
    }
    for (NumberedList.Member member : members) {
      require(keyRule.allows(key(member)), Situation.BAD_KEY);
    }
    for (NumberedList.Member member : members) {
      require(member.value() == null || valueRule.allows(member.value()), Situation.BAD_VALUE);
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
