package io.tagginggateway.core.product;

import io.tagginggateway.core.error.ApiError;
import io.tagginggateway.core.request.NumberedList;
import io.tagginggateway.core.request.Parameters;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the view over all products, which names resources by ARN.
 *
 * @param name the name as the product spells it
 * @param kind what it does
 * @param view the rules it shares with the others of the view
 */
public record ViewOperation(String name, Kind kind, TagView view) implements Operation {

  /** What operations of the view do. */
  public enum Kind {
    /** Lists resources with their tags. */
    LIST,
    /** Adds or overwrites tags. */
    TAG,
    /** Removes tags. */
    UNTAG,
    /** Lists the keys of tags. */
    KEYS,
    /** Lists the values of one key. */
    VALUES
  }

  /** The tags that a request names, in their order; empty where they cannot be read. */
  public List<NumberedList.Member> tagsOf(Parameters sent) {
    Collection<NumberedList.Member> read =
        ListReader.tags(sent, view.parameters().tags(), ListEncodings.Encoding.JSON);
    return read == null ? List.of() : List.copyOf(read);
  }

  @Override
  public boolean reads() {
    return switch (kind) {
      case LIST, KEYS, VALUES -> true;
      case TAG, UNTAG -> false;
    };
  }

  @Override
  public Set<ApiError> errors() {
    return view.errors().of(kind);
  }

  @Override
  public @Nullable ApiError badToken() {
    return reads() ? error(ViewSituation.BAD_NEXT_TOKEN) : null;
  }

  @Override
  public Answer withoutEffect(Call call) {
    return new WrittenAnswer(call, 0, new ViewAnswers(call, view).failed(List.of()));
  }

  @Override
  public <R> R as(Cases<R> cases) {
    return cases.view(this);
  }

  /**
   * The error of a situation that this operation gets into.
   *
   * @throws IllegalStateException if it gets into it never
   */
  public ApiError error(ViewSituation situation) {
    return view.errors().get(situation, kind);
  }
}
