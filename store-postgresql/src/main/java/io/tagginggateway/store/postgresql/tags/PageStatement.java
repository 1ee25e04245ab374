package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.core.tag.Partition;
import io.tagginggateway.core.tag.Tag;
import io.tagginggateway.core.tag.TagFilter;
import io.tagginggateway.core.tag.TagQuery;
import io.tagginggateway.store.postgresql.db.Statement;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/**
 * The statement that finds the resources of a page.
 *
 * @param statement which one
 * @param rest its parameters behind generation, account and place
 */
record PageStatement(Statement statement, Tuple rest) {

  /**
   * Chooses the statement.
   *
   * @param from the first place in the order that counts
   * @param enough how many resources suffice
   */
  static PageStatement of(TagQuery query, long from, long enough) {
    List<TagFilter> filters = query.filters();
    if (!query.resourceIds().isEmpty()) {
      return new PageStatement(
          TagStatements.BY_IDS,
          Tuple.of(
              PgTagStore.texts(query.resourceIds()),
              from,
              TagJson.write(pairs(filters)),
              PgTagStore.texts(PgTagStore.keys(filters)),
              enough));
    }
    if (filters.isEmpty()) {
      return new PageStatement(TagStatements.ALL, Tuple.of(from, enough, false));
    }
    if (filters.size() == 1) {
      TagFilter only = filters.get(0);
      return only.value() == null
          ? new PageStatement(TagStatements.BY_KEY, Tuple.of(only.key(), from, enough))
          : new PageStatement(
              TagStatements.BY_TAG, Tuple.of(only.key(), only.value(), from, enough));
    }
    return new PageStatement(
        TagStatements.BY_TAGS,
        Tuple.of(
            PgTagStore.texts(PgTagStore.keys(filters)),
            filters.stream().map(TagFilter::value).toArray(String[]::new),
            from,
            enough));
  }

  Tuple parameters(Partition partition) {
    return PgTagStore.in(partition, Places.of(partition), rest);
  }

  private static List<Tag> pairs(List<TagFilter> filters) {
    List<Tag> pairs = new ArrayList<>();
    for (TagFilter filter : filters) {
      String value = filter.value();
      if (value != null) {
        pairs.add(new Tag(filter.key(), value));
      }
    }
    return pairs;
  }
}
