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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one request's business parameters by the rules of its operation. The first broken rule is
 * thrown as the product's error; the methods are called in the order in which the situations stand
 * in {@link Situation}.
 */
final class RequestReader {
  private final TagOperation operation;
  private final TagFamily family;
  private final TagOperation.Kind kind;
  private final Parameters parameters;
  private final ResourceIds ids;

  RequestReader(TagOperation operation, Parameters parameters) {
    this.operation = operation;
    this.family = operation.family();
    this.kind = operation.kind();
    this.parameters = parameters;
    this.ids = new ResourceIds(operation, parameters);
  }

  /** The canonical type. */
  String resourceType() {
    String name = operation.parameters().type();
    String sent = name == null ? null : parameters.get(name);
    if (sent == null || sent.isEmpty()) {
      String assumed = family.types().assumed();
      if (assumed == null) {
        throw broken(Situation.NO_RESOURCE_TYPE, "");
      }
      return assumed;
    }
    String type = family.types().canonical(sent);
    if (type == null) {
      throw broken(Situation.UNKNOWN_RESOURCE_TYPE, sent);
    }
    return type;
  }

  /** Refuses a request that lacks one of the product's further mandatory parameters. */
  void checkRequired() {
    for (String name : operation.parameters().required().get(kind)) {
      if (operation.parameters().isList(name)) {
        continue;
      }
      String sent = parameters.get(name);
      if (sent == null || sent.isEmpty()) {
        ApiError error = family.errors().get(Situation.MISSING_PARAMETER, kind);
        throw new ApiException(
            new ApiError(
                error.code().replace("{parameter}", name),
                error.status(),
                error.message().replace("{parameter}", name)),
            Situation.MISSING_PARAMETER.id());
      }
    }
  }

  /** The distinct ids, few enough; an empty one counts as not sent. */
  List<String> resourceIds() {
    List<String> distinct = ids.distinct();
    if (distinct == null) {
      throw broken(Situation.BAD_RESOURCE_ID, "");
    }
    require(distinct.size() <= family.limits().ids().get(kind), Situation.TOO_MANY_RESOURCE_IDS);
    return distinct;
  }

  /** The members of the list of tags, few enough and not yet checked. */
  Collection<NumberedList.Member> tags() {
    return tags(operation.parameters().tags());
  }

  /** The members of the list of tags to remove, few enough and not yet checked. */
  Collection<NumberedList.Member> pairs() {
    String name = operation.parameters().pairs();
    return name == null ? List.of() : tags(name);
  }

  private Collection<NumberedList.Member> tags(String name) {
    Collection<NumberedList.Member> sent =
        ListReader.tags(parameters, name, operation.encodings().tags());
    if (sent == null) {
      throw broken(Situation.BAD_KEY, "");
    }
    require(sent.size() <= family.limits().tags().get(kind), Situation.TOO_MANY_TAGS);
    return sent;
  }

  /** The members of the list of keys to remove, few enough and not yet checked. */
  Collection<NumberedList.Member> tagKeys() {
    String name = operation.parameters().keys();
    List<String> sent =
        name == null ? List.of() : ListReader.texts(parameters, name, operation.encodings().keys());
    if (sent == null) {
      throw broken(Situation.BAD_KEY, "");
    }
    List<NumberedList.Member> members = new ArrayList<>();
    for (String key : sent) {
      members.add(new NumberedList.Member(key, null));
    }
    if (members.size() > family.limits().keys()) {
      ApiError own = family.errors().find(Situation.TOO_MANY_KEYS, kind);
      throw own == null
          ? broken(Situation.TOO_MANY_TAGS, "")
          : new ApiException(own, Situation.TOO_MANY_KEYS.id());
    }
    return members;
  }

  void require(boolean holds, Situation otherwise) {
    require(holds, otherwise, "");
  }

  /** Refuses the request if something does not hold; the error may quote the value. */
  void require(boolean holds, Situation otherwise, @Nullable String value) {
    if (!holds) {
      throw broken(otherwise, value == null ? "" : value);
    }
  }

  void checkResourceIds(List<String> read) {
    for (String id : read) {
      require(Texts.isResourceId(id), Situation.BAD_RESOURCE_ID, id);
    }
    String repeated = ids.repeated();
    if (repeated != null) {
      refuseIfAnError(Situation.DUPLICATE_RESOURCE_ID, repeated);
    }
  }

  /** Throws the error of a situation if the product has one for it. */
  void refuseIfAnError(Situation situation) {
    refuseIfAnError(situation, "");
  }

  private void refuseIfAnError(Situation situation, String value) {
    ApiError error = family.errors().find(situation, kind);
    if (error != null) {
      throw new ApiException(error.quoting(value), situation.id());
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

  /** The members with a value as tags; the keys of those without join the keys. */
  List<Tag> pairs(Collection<NumberedList.Member> members, List<String> keys) {
    check(members);
    List<Tag> tags = new ArrayList<>(members.size());
    for (NumberedList.Member member : members) {
      String value = member.value();
      if (value == null) {
        keys.add(key(member));
      } else {
        tags.add(new Tag(key(member), value));
      }
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
    String name = operation.parameters().all();
    return name != null && "true".equalsIgnoreCase(parameters.get(name));
  }

  /** Whether keys must be named, whatever else is asked. */
  boolean needsKeys() {
    return operation.parameters().needsKeys(kind);
  }

  private ApiException broken(Situation situation, String value) {
    return new ApiException(family.errors().get(situation, kind).quoting(value), situation.id());
  }

  private void check(Collection<NumberedList.Member> members) {
    if (members.isEmpty()) {
      return;
    }
    TextRule keyRule = family.texts().key(kind);
    TextRule valueRule = family.texts().value();
    Set<String> seen = new HashSet<>();
    for (NumberedList.Member member : members) {
      require(member.key() != null, Situation.VALUE_WITHOUT_KEY, member.value());
    }
    for (NumberedList.Member member : members) {
      require(seen.add(key(member)), Situation.DUPLICATE_KEY, key(member));
    }
    for (NumberedList.Member member : members) {
      require(keyRule.allows(key(member)), Situation.BAD_KEY, key(member));
    }
    for (NumberedList.Member member : members) {
      String value = member.value();
      require(value == null || valueRule.allows(value), Situation.BAD_VALUE, value);
    }
  }

  private static String key(NumberedList.Member member) {
    String key = member.key();
    return key == null ? "" : key;
  }
}
