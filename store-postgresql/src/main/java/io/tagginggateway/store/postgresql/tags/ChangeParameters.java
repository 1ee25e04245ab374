package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.core.tag.ChangeRules;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagChange;
import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * A change in the words of {@code change_tags}.
 *
 * @param rules what it must respect
 */
record ChangeParameters(ChangeRules rules) implements TagChange.Cases<Tuple> {

  @Override
  public Tuple put(TagChange.Put put) {
    return parameters(put, put.tags(), List.of(), List.of(), false);
  }

  @Override
  public Tuple remove(TagChange.Remove remove) {
    return parameters(remove, List.of(), remove.keys(), List.of(), false);
  }

  @Override
  public Tuple removeTags(TagChange.RemoveTags remove) {
    return parameters(remove, List.of(), remove.keys(), remove.tags(), false);
  }

  @Override
  public Tuple removeAll(TagChange.RemoveAll removeAll) {
    return parameters(removeAll, List.of(), List.of(), List.of(), true);
  }

  @Override
  public Tuple nothing(TagChange.Nothing nothing) {
    return parameters(nothing, List.of(), List.of(), List.of(), false);
  }

  private Tuple parameters(
      TagChange change, List<Tag> given, List<String> keys, List<Tag> pairs, boolean all) {
    return Tuple.tuple()
        .addArrayOfString(PgTagStore.texts(change.resourceIds()))
        .addString(TagJson.write(given))
        .addArrayOfString(PgTagStore.texts(keys))
        .addString(TagJson.write(pairs))
        .addBoolean(all)
        .addInteger(rules.maxTagsPerResource())
        .addBoolean(rules.mustExist());
  }
}
