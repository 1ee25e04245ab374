package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.store.postgresql.db.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statements of tags. {@code $1} is the generation, or null for the one in force, {@code $2}
 * the account, {@code $3} the place. Pages answer whole resources in the stable order.
 *
 * <p>Each is written so that one index alone can serve it: a plan is made once, maybe when the
 * tables are empty, and is followed when they are large.
 */
final class TagStatements {
  private static final String GEN = "coalesce($1::integer, (SELECT s.current_gen FROM state s))";

  private static final String COLUMNS =
      "SELECT r.id, r.ord, r.tags::text, r.system_tags::text, r.declared ";

  private static final String ACCOUNT_AND_PLACE = " AND r.account = $2 AND r.place = $3 ";

  /** As the primary key has it. */
  private static final String PARTITION = "r.gen = " + GEN + ACCOUNT_AND_PLACE;

  /** As the index of the order has it. */
  private static final String PARTITION_IN_ORDER = "(r.gen + 0) = " + GEN + ACCOUNT_AND_PLACE;

  /** $4 ids, each once, $5 the first place in the order, $6 pairs, $7 keys, $8 how many. */
  static final Statement BY_IDS =
      new Statement(
          "page_by_ids",
          COLUMNS
              + "FROM unnest($4::text[]) AS i (id) CROSS JOIN LATERAL (SELECT * FROM resource r"
              + " WHERE "
              + PARTITION
              + "AND r.id = i.id OFFSET 0) r WHERE r.ord >= $5 "
              + "AND (r.tags <> '{}' OR r.system_tags <> '{}') "
              + "AND (r.tags || r.system_tags) @> $6::text::jsonb "
              + "AND (r.tags || r.system_tags) ?& $7::text[] "
              + "ORDER BY r.ord LIMIT $8");

  /** $4 the first place in the order, $5 how many, $6 whether resources without tags count. */
  static final Statement ALL =
      new Statement(
          "page_of_all",
          COLUMNS
              + "FROM resource r WHERE "
              + PARTITION_IN_ORDER
              + "AND r.ord >= $4 "
              + "AND ($6::boolean OR r.tags <> '{}' OR r.system_tags <> '{}') "
              + "ORDER BY r.ord LIMIT $5");

  private static final String TAGS =
      "SELECT t.ord FROM tag t WHERE t.gen = "
          + GEN
          + " AND t.account = $2 AND t.place = $3 AND t.key = ";

  /** $4 the key, $5 the value, $6 the first place in the order, $7 how many. */
  static final Statement BY_TAG =
      new Statement(
          "page_by_tag",
          resources(TAGS + "$4 AND t.value = $5 AND t.ord >= $6 ORDER BY t.ord LIMIT $7"));

  /** $4 the key, $5 the first place in the order, $6 how many. */
  static final Statement BY_KEY =
      new Statement("page_by_key", resources(TAGS + "$4 AND t.ord >= $5 ORDER BY t.ord LIMIT $6"));

  /**
   * $4 keys, $5 values or null for any, $6 the first place in the order, $7 how many. Each step
   * asks the next filter for its first resource from the candidate on; what all filters name in a
   * row is a match. So each filter skips what the others lack, and a page costs what it returns.
   */
  static final Statement BY_TAGS =
      new Statement(
          "page_by_tags",
          "WITH RECURSIVE hop (ord, met, f) AS ("
              + "SELECT $6::bigint, 0, 1 "
              + "UNION ALL "
              + "SELECT n.ord, CASE WHEN h.met < cardinality($4::text[]) AND n.ord = h.ord "
              + "THEN h.met + 1 ELSE 1 END, h.f % cardinality($4::text[]) + 1 "
              + "FROM hop h CROSS JOIN LATERAL (("
              + TAGS
              + "($4::text[])[h.f] AND t.value = ($5::text[])[h.f] "
              + "AND t.ord >= h.ord + (h.met = cardinality($4::text[]))::integer "
              + "ORDER BY t.ord LIMIT 1) UNION ALL ("
              + TAGS
              + "($4::text[])[h.f] AND ($5::text[])[h.f] IS NULL "
              + "AND t.ord >= h.ord + (h.met = cardinality($4::text[]))::integer "
              + "ORDER BY t.ord LIMIT 1)) n) "
              + resources(
                  "SELECT h.ord FROM hop h WHERE h.met = cardinality($4::text[]) LIMIT $7"));

  /** $4 the id. */
  static final Statement FIND =
      new Statement("find", COLUMNS + "FROM resource r WHERE " + PARTITION + "AND r.id = $4");

  /** $4 ids, $5 tags to give, $6 keys and $7 pairs to take, $8 all, $9 limit, $10 must exist. */
  static final Statement CHANGE =
      new Statement(
          "change",
          "SELECT change_tags($1::integer, $2, $3, $4, $5::text::jsonb, $6, $7::text::jsonb,"
              + " $8, $9, $10)");

  /** $4 ids, $5 tags, $6 system tags, $7 declared. */
  static final Statement PUT =
      new Statement("put", "SELECT put_resources($1::integer, $2, $3, $4, $5, $6, $7)::text");

  /** $1 the place, $2 product, $3 region, $4 type. */
  static final Statement NAME_PLACE =
      new Statement(
          "name_place",
          "INSERT INTO place (place, product, region, type) VALUES ($1, $2, $3, $4)"
              + " ON CONFLICT (place) DO NOTHING");

  /** $1 the generation or null. */
  static final Statement SIZES =
      new Statement(
          "sizes",
          "SELECT r.account, p.product, p.region, p.type, count(*), sum((SELECT count(*) FROM"
              + " jsonb_object_keys(r.tags || r.system_tags)))::bigint FROM resource r JOIN place p"
              + " USING (place) WHERE r.gen = "
              + GEN
              + " GROUP BY 1, 2, 3, 4");

  /** What metrics call them. */
  static final List<String> NAMES =
      Stream.of(BY_IDS, ALL, BY_TAG, BY_KEY, BY_TAGS, FIND, CHANGE, PUT, NAME_PLACE, SIZES)
          .map(Statement::name)
          .toList();

  private TagStatements() {}

  private static String resources(String places) {
    return COLUMNS
        + "FROM ("
        + places
        + ") o CROSS JOIN LATERAL (SELECT * FROM resource r WHERE "
        + PARTITION_IN_ORDER
        + "AND r.ord = o.ord OFFSET 0) r ORDER BY r.ord";
  }
}
