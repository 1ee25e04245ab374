package io.tagginggateway.core.product;

import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.request.NumberedList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the parameters that an operation takes, as its product's file tells them; of a list
 * the name of its first member, such as {@code ResourceId.1} or {@code Tag.1.Key}.
 */
public final class OperationParameters implements Operation.Cases<Set<String>> {
  /** What every product takes, or ignores, because clients send it with any request. */
  public static final Set<String> COMMON =
      Set.of(
          "AccessKeyId",
          "Action",
          "ClientToken",
          "DryRun",
          "Format",
          "OwnerAccount",
          "OwnerId",
          "RegionId",
          "ResourceOwnerAccount",
          "ResourceOwnerId",
          "SecurityToken",
          "Signature",
          "SignatureMethod",
          "SignatureNonce",
          "SignatureType",
          "SignatureVersion",
          "Timestamp",
          "Version");

  private final Set<String> names = new LinkedHashSet<>();

  private OperationParameters() {}

  /** The names, without those that are {@link #COMMON}. */
  public static Set<String> of(Operation operation) {
    return operation.as(new OperationParameters());
  }

  private void add(@Nullable String name) {
    if (name != null) {
      names.add(name);
    }
  }

  private void list(@Nullable String name, Encoding encoding) {
    if (name == null) {
      return;
    }
    if (name.endsWith(NumberedList.KEYS)) {
      add(name.replace(".N.", ".1."));
    } else {
      add(encoding == Encoding.INDEXED ? name + ".1" : name);
    }
  }

  private void tags(@Nullable String name, Encoding encoding, PairNames pair) {
    if (name != null && encoding == Encoding.INDEXED) {
      add(name + ".1." + pair.key());
      add(name + ".1." + pair.value());
    } else {
      add(name);
    }
  }

  private void all(Collection<String> more) {
    names.addAll(more);
  }

  @Override
  public Set<String> tags(TagOperation operation) {
    ParameterNames has = operation.parameters();
    ListEncodings encodings = operation.encodings();
    add(has.region().name());
    add(has.type());
    list(has.ids(), encodings.ids());
    list(has.furtherIds(), encodings.ids());
    if (operation.kind() == TagOperation.Kind.UNTAG) {
      list(has.keys(), encodings.keys());
      tags(has.pairs(), encodings.tags(), has.pair());
      add(has.all());
    } else {
      tags(has.tags(), encodings.tags(), has.pair());
    }
    if (operation.kind() == TagOperation.Kind.LIST) {
      add(has.token());
      add(has.pageSize());
      add(has.page());
    }
    for (String name : has.required().get(operation.kind())) {
      if (!has.isList(name)) {
        add(name);
      }
    }
    return names;
  }

  @Override
  public Set<String> identity(IdentityOperation operation) {
    all(
        switch (operation.kind()) {
          case ASSUME_ROLE ->
              List.of("RoleArn", "RoleSessionName", "DurationSeconds", "Policy", "ExternalId");
          case ENDPOINTS -> List.of("Id", "ServiceCode", "Type");
          case CALLER_IDENTITY, REGIONS, AVAILABLE_INSTANCES -> List.of();
        });
    return names;
  }

  @Override
  public Set<String> resource(ResourceOperation operation) {
    all(operation.required());
    add(operation.family().id().parameter());
    ResourceOperation.Listing listing = operation.listing();
    if (listing != null) {
      list(listing.ids(), listing.oneId() ? Encoding.JSON : Encoding.INDEXED);
      all(listing.filters());
      tags(listing.tags(), Encoding.INDEXED, PairNames.USUAL);
      add(listing.token());
      add(listing.page());
      add(listing.pageSize());
    } else if (!operation.reads()) {
      ofResource(operation.family());
    }
    return names;
  }

  /** What is sent of a resource. */
  private void ofResource(ResourceFamily family) {
    ParameterNames has = family.tags().parameterNames().get(TagOperation.Kind.TAG);
    tags(has.tags(), family.tags().encodings().tags(), has.pair());
    family.parents().forEach(parent -> add(parent.parameter()));
    for (ResourceField field : family.fields()) {
      if (field instanceof ResourceField.Attribute sent) {
        add(sent.attribute());
      } else if (field instanceof ResourceField.TextList sent) {
        add(sent.attribute() + ".1");
      }
    }
  }

  @Override
  public Set<String> view(ViewOperation operation) {
    TagView.Parameters has = operation.view().parameters();
    switch (operation.kind()) {
      case LIST -> {
        list(has.arns(), Encoding.INDEXED);
        all(List.of(has.tags(), has.category()));
      }
      case TAG -> {
        list(has.arns(), Encoding.INDEXED);
        add(has.tags());
      }
      case UNTAG -> {
        list(has.arns(), Encoding.INDEXED);
        list(has.keys(), Encoding.INDEXED);
      }
      case KEYS -> all(List.of(has.type(), has.keyFilter(), has.fuzzy(), has.category()));
      case VALUES -> all(List.of(has.type(), has.key(), has.valueFilter(), has.fuzzy()));
    }
    if (operation.reads()) {
      all(List.of(has.query(), has.token(), has.pageSize()));
    }
    return names;
  }
}
