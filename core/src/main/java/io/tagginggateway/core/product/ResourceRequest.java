package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.error.ApiException;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.resource.Creation;
import io.tagginggateway.core.resource.Place;
import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One request of the resource family, read by the rules of its operation. */
final class ResourceRequest {
  private static final String CLIENT_TOKEN = "ClientToken";

  private final Call call;
  private final ResourceOperation operation;
  private final Parameters parameters;
  private final String product;

  ResourceRequest(String product, Call call, ResourceOperation operation) {
    this.product = product;
    this.call = call;
    this.operation = operation;
    this.parameters = call.request().parameters();
  }

  /** Refuses a request that lacks something. */
  void checkRequired() {
    for (String name : operation.required()) {
      if (parameter(name).isEmpty()) {
        ApiError error = operation.family().error("missing-parameter");
        throw new ApiException(
            new ApiError(
                error.code().replace("{parameter}", name),
                error.status(),
                error.message().replace("{parameter}", name)),
            Situation.MISSING_PARAMETER.id());
      }
    }
  }

  String parameter(String name) {
    String sent = parameters.get(name);
    return sent == null ? "" : sent;
  }

  /** The id of the resource that is asked for. */
  String id() {
    return parameter(operation.family().id().parameter());
  }

  /** The partition of this family's resources, or of another type of the same product. */
  Partition partition(String type) {
    return call.partition(product, type);
  }

  Place place(String id) {
    return new Place(partition(operation.family().type()), id);
  }

  /** What was sent of the resource: every parameter that is neither common nor a tag. */
  Map<String, String> attributes() {
    Map<String, String> attributes = new TreeMap<>();
    String tag = operation.family().tags().parameters().tags() + ".";
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameters.name(i);
      if (!OperationParameters.COMMON.contains(name)
          && !name.startsWith(tag)
          && !name.equals(operation.family().id().parameter())) {
        attributes.putIfAbsent(name, parameters.value(i));
      }
    }
    return attributes;
  }

  /** The tags for a new resource, by the rules of the trio. */
  List<Tag> newTags() {
    TagFamily family = operation.family().tags();
    RequestReader reader =
        new RequestReader(
            new TagOperation(operation.name(), TagOperation.Kind.TAG, family), parameters);
    List<Tag> tags = reader.newTags(reader.tags());
    reader.require(
        tags.size() <= family.limits().tagsPerResource(), Situation.TOO_MANY_TAGS_ON_RESOURCE);
    return tags;
  }

  /** What makes the creation idempotent, or null. */
  Creation.@Nullable Token token(Map<String, String> attributes, List<Tag> tags) {
    String sent = parameter(CLIENT_TOKEN);
    if (sent.isEmpty()) {
      return null;
    }
    Map<String, String> tagsByKey = new TreeMap<>();
    tags.forEach(tag -> tagsByKey.put(tag.key(), tag.value()));
    return new Creation.Token(operation.name() + " " + sent, digest(attributes + "\n" + tagsByKey));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
