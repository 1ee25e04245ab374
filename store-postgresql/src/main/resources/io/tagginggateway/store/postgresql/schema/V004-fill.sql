-- The two steps of fill_generation, so that the second, which takes most of the time, can be done in parts at once.
CREATE FUNCTION copy_resources(p_from integer, p_to integer) RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO resource (gen, account, place, id, ord, declared, tags, system_tags)
  SELECT p_to, r.account, r.place, r.id, r.ord, r.declared, r.tags, r.system_tags
  FROM resource r WHERE r.gen = p_from AND (r.declared OR r.tags <> '{}' OR r.system_tags <> '{}');
$$;

-- Derives the inverted index of one part of a generation, of p_parts.
CREATE FUNCTION derive_tags(p_gen integer, p_part integer, p_parts integer) RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO tag (gen, account, place, key, value, ord)
  SELECT p_gen, r.account, r.place, o.key, o.value, r.ord
  FROM resource r CROSS JOIN LATERAL jsonb_each_text(r.tags || r.system_tags) o
  WHERE r.gen = p_gen AND mod(r.ord / 1024, p_parts) = p_part
  ORDER BY r.account, r.place, o.key, o.value, r.ord;
$$;
