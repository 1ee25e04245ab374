package io.tagginggateway.app.console;

import io.tagginggateway.app.console.view.Trial.Field;
import io.tagginggateway.core.product.IdentityOperation;
import io.tagginggateway.core.product.ListEncodings.Encoding;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.ParameterNames;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.product.ResourceOperation;
import io.tagginggateway.core.product.TagFamily;
import io.tagginggateway.core.product.TagOperation;
import io.tagginggateway.core.product.TagOperation.Kind;
import io.tagginggateway.core.product.TagView;
import io.tagginggateway.core.product.ViewOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters that an operation has, as its product's file tells them. */
final class OperationFields implements Operation.Cases<List<Field>> {
  private final String region;
  private final Map<String, Field> fields = new LinkedHashMap<>();

  private OperationFields(String region) {
    this.region = region;
  }

  static List<Field> of(Product product, Operation operation, String region) {
    OperationFields all = new OperationFields(region);
    if (product.region().missing() != null) {
      all.add("RegionId", region, "mandatory");
    }
    return operation.as(all);
  }

  private void add(@Nullable String name, String value, String hint, String... choices) {
    if (name != null) {
      fields.putIfAbsent(name, new Field(name, value, hint, List.of(choices)));
    }
  }

  private List<Field> all() {
    return new ArrayList<>(fields.values());
  }

  @Override
  public List<Field> tags(TagOperation operation) {
    ParameterNames names = operation.parameters();
    Kind kind = operation.kind();
    add(names.region().name(), region, "the region");
    String[] types = operation.family().types().names().toArray(String[]::new);
    add(names.type(), types.length > 0 ? types[0] : "", "the resource type", types);
    list(names.ids(), operation.encodings().ids(), "", 2, "a resource's id");
    if (kind == Kind.UNTAG) {
      if (names.keys() != null) {
        list(names.keys(), operation.encodings().keys(), "", 2, "a key to remove");
      }
      add(names.all(), "", "true removes every tag", "true", "false");
    } else {
      tags(names.tags(), operation.encodings().tags(), names.pair().key(), names.pair().value());
    }
    if (kind == Kind.LIST) {
      add(names.pageSize(), "", "how much a page holds");
      add(names.page(), "", "the number of the page");
      add(names.token(), "", "the token of the page before");
    }
    names.required().get(kind).forEach(name -> add(name, "", "mandatory"));
    return all();
  }

  private void tags(String name, Encoding encoding, String key, String value) {
    if (encoding == Encoding.INDEXED) {
      for (int n = 1; n <= 2; n++) {
        add(name + "." + n + "." + key, "", "a tag's key");
        add(name + "." + n + "." + value, "", "a tag's value");
      }
    } else {
      list(name, encoding, "", 1, "tags: [{\"" + key + "\":\"…\",\"" + value + "\":\"…\"}]");
    }
  }

  private void list(String name, Encoding encoding, String suffix, int members, String hint) {
    switch (encoding) {
      case INDEXED -> {
        for (int n = 1; n <= members; n++) {
          add(name + "." + n + suffix, "", hint);
        }
      }
      case JSON -> add(name, "", hint.startsWith("tags") ? hint : hint + ", as a JSON array");
      case COMMA -> add(name, "", hint + ", several with commas between");
    }
  }

  @Override
  public List<Field> identity(IdentityOperation operation) {
    switch (operation.kind()) {
      case ASSUME_ROLE -> {
        add("RoleArn", "acs:ram::1234567890123456:role/test", "the role");
        add("RoleSessionName", "console", "the session");
        add("DurationSeconds", "", "how long the key lasts");
      }
      case ENDPOINTS -> {
        add("Id", region, "the region");
        add("ServiceCode", "", "the product, by its location in GET /_gateway/products");
        add("Type", "openAPI", "the kind of endpoint");
      }
      case CALLER_IDENTITY, REGIONS, AVAILABLE_INSTANCES -> {}
    }
    return all();
  }

  @Override
  public List<Field> resource(ResourceOperation operation) {
    operation.required().forEach(name -> add(name, "", "mandatory"));
    ResourceOperation.Listing listing = operation.listing();
    if (listing != null) {
      add(listing.oneId() ? listing.ids() : listing.ids() + ".1", "", "a resource's id");
      listing.filters().forEach(name -> add(name, "", "narrows the list"));
      tags(listing.tags(), Encoding.INDEXED, "Key", "Value");
      add(listing.token(), "", "the token of the page before");
      add(listing.page(), "", "the number of the page");
      add(listing.pageSize(), "", "how much a page holds");
    } else if (operation.kind() == ResourceOperation.Kind.CREATE) {
      TagFamily tags = operation.family().tags();
      ParameterNames names = tags.parameterNames().get(Kind.TAG);
      tags(names.tags(), tags.encodings().tags(), names.pair().key(), names.pair().value());
    } else {
      add(operation.family().id().parameter(), "", "the resource's id");
    }
    return all();
  }

  @Override
  public List<Field> view(ViewOperation operation) {
    TagView.Parameters names = operation.view().parameters();
    add("RegionId", region, "the region");
    switch (operation.kind()) {
      case LIST -> {
        add(names.arns(), "", "ARNs");
        add(names.tags(), "", "tags, as a JSON object");
        add(names.category(), "", "the category of tags");
      }
      case TAG -> {
        add(names.arns(), "", "ARNs, as a JSON array");
        add(names.tags(), "", "tags, as a JSON object");
      }
      case UNTAG -> {
        add(names.arns(), "", "ARNs, as a JSON array");
        add(names.keys(), "", "keys to remove, as a JSON array");
      }
      case KEYS -> {
        add(names.type(), "", "the resource type");
        add(names.keyFilter(), "", "the key, or its beginning");
        add(names.fuzzy(), "", "how keys are matched");
      }
      case VALUES -> {
        add(names.type(), "", "the resource type");
        add(names.key(), "", "the key");
        add(names.valueFilter(), "", "the value, or its beginning");
      }
    }
    if (operation.reads()) {
      add(names.token(), "", "the token of the page before");
      add(names.pageSize(), "", "how much a page holds");
    }
    return all();
  }
}
