-- The order of resources, by an index that a question for an id cannot use. Of two that begin with the same columns the planner took
-- this one for ids where there were no statistics yet, and read all resources of a place.
DROP INDEX resource_ord;
CREATE UNIQUE INDEX resource_ord ON resource ((gen + 0), account, place, ord);

-- Sorted as its indexes are, whatever the collation of the database.
CREATE OR REPLACE FUNCTION derive_tags(p_gen integer, p_part integer, p_parts integer) RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO tag (gen, account, place, key, value, ord)
  SELECT p_gen, r.account, r.place, o.key, o.value, r.ord
  FROM resource r CROSS JOIN LATERAL jsonb_each_text(r.tags || r.system_tags) o
  WHERE r.gen = p_gen AND mod(r.ord / 1024, p_parts) = p_part
  ORDER BY r.account, r.place, o.key COLLATE "C", o.value COLLATE "C", r.ord;
$$;
