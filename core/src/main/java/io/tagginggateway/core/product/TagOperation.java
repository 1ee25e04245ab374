package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.Parameters;
import io.tagginggateway.core.request.RpcRequest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the tag family.
 *
 * @param name the name as the product spells it
 * @param kind what it does
 * @param family the rules it shares with the others of its trio
 */
public record TagOperation(String name, Kind kind, TagFamily family) implements Operation {

  /** How requests of the ROA style ask for it; null in a product of the RPC style. */
  public @Nullable RoaRequest request() {
    return family.requests().get(kind);
  }

  @Override
  public boolean isAskedBy(String method, String path) {
    RoaRequest request = request();
    return request != null && request.isAskedBy(method, path);
  }

  @Override
  public RpcRequest read(RpcRequest request) {
    return isInBody() ? request.withJsonBody() : request;
  }

  @Override
  public @Nullable String region(RpcRequest request) {
    return parameters().region().in(request);
  }

  @Override
  public @Nullable ApiError missingRegion(RegionRule rule) {
    return rule.missing(kind);
  }

  /** What its parameters are called. */
  public ParameterNames parameters() {
    return family.parameterNames().get(kind);
  }

  /** How its lists are written; in a JSON body they are JSON. */
  public ListEncodings encodings() {
    return isInBody() ? ListEncodings.ALL_JSON : family.encodings();
  }

  /** The tags that a request names, in their order; empty where they cannot be read. */
  public List<NumberedList.Member> tagsOf(Parameters sent) {
    Collection<NumberedList.Member> read =
        ListReader.tags(sent, parameters().tags(), encodings().tags());
    return read == null ? List.of() : List.copyOf(read);
  }

  /** The keys that a request names to be removed; empty where they cannot be read. */
  public List<String> keysOf(Parameters sent) {
    String list = parameters().keys();
    List<String> read = list == null ? List.of() : ListReader.texts(sent, list, encodings().keys());
    return read == null ? List.of() : read;
  }

  private boolean isInBody() {
    RoaRequest request = request();
    return request != null && request.in() == RoaRequest.In.BODY;
  }

  /** What operations of the tag family do. */
  public enum Kind {
    /** Lists tags. */
    LIST,
    /** Adds or overwrites tags. */
    TAG,
    /** Removes tags. */
    UNTAG
  }

  @Override
  public boolean reads() {
    return kind == Kind.LIST;
  }

  @Override
  public Set<ApiError> errors() {
    return family.errors().all();
  }

  @Override
  public @Nullable ApiError badToken() {
    return family.errors().find(Situation.BAD_NEXT_TOKEN, kind);
  }

  @Override
  public Answer withoutEffect(Call call) {
    return new ChangeAnswer(call, family, kind);
  }

  @Override
  public <R> R as(Cases<R> cases) {
    return cases.tags(this);
  }
}
