-- Tags of resources. Every key begins with the generation and holds the account, by which the tables are partitioned.

-- Which generation is in force, and which one a reset goes back to. One row, changed only when a whole state takes the place of another.
CREATE TABLE state (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  current_gen integer NOT NULL,
  fixture_gen integer NOT NULL
);

-- The generations of which there may be rows. A draft is touched while it is filled; what is retired is swept.
CREATE TABLE generation (
  gen integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  touched timestamptz NOT NULL DEFAULT now(),
  retired timestamptz
);

INSERT INTO generation DEFAULT VALUES;
INSERT INTO generation DEFAULT VALUES;
INSERT INTO state (current_gen, fixture_gen) VALUES (1, 2);

-- What the numbers of places mean. A place is the first 64 bits of SHA-256 over product, region and type.
CREATE TABLE place (
  place bigint PRIMARY KEY,
  product text COLLATE "C" NOT NULL,
  region text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL
);

-- One row for each resource, with all its tags. ord is its place in the stable order: the time of its creation, made unique.
CREATE TABLE resource (
  gen integer NOT NULL,
  account text COLLATE "C" NOT NULL,
  place bigint NOT NULL,
  id text COLLATE "C" NOT NULL,
  ord bigint NOT NULL,
  declared boolean NOT NULL DEFAULT false,
  tags jsonb NOT NULL DEFAULT '{}',
  system_tags jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (gen, account, place, id)
) PARTITION BY HASH (account);

CREATE UNIQUE INDEX resource_ord ON resource (gen, account, place, ord);

-- The inverted index: one row for each tag of each resource, made of the table above in the same transaction.
CREATE TABLE tag (
  gen integer NOT NULL,
  account text COLLATE "C" NOT NULL,
  place bigint NOT NULL,
  key text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  ord bigint NOT NULL,
  PRIMARY KEY (gen, account, place, key, ord)
) PARTITION BY HASH (account);

CREATE INDEX tag_value ON tag (gen, account, place, key, value, ord);

-- Four of each, so that all locks of one statement find room among a backend's sixteen fast ones.
CREATE TABLE resource_0 PARTITION OF resource FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE resource_1 PARTITION OF resource FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE resource_2 PARTITION OF resource FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE resource_3 PARTITION OF resource FOR VALUES WITH (MODULUS 4, REMAINDER 3);
CREATE TABLE tag_0 PARTITION OF tag FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE tag_1 PARTITION OF tag FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE tag_2 PARTITION OF tag FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE tag_3 PARTITION OF tag FOR VALUES WITH (MODULUS 4, REMAINDER 3);

-- Room on each page for the next version of a row, so that a change of tags touches no index of resource.
ALTER TABLE resource_0 SET (fillfactor = 85);
ALTER TABLE resource_1 SET (fillfactor = 85);
ALTER TABLE resource_2 SET (fillfactor = 85);
ALTER TABLE resource_3 SET (fillfactor = 85);

-- The place in the order of what is created now: microseconds since 2020, with ten bits by chance, so that no two writers share a counter.
CREATE FUNCTION next_ord() RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT ((extract(epoch FROM clock_timestamp()) - 1577836800) * 1000000)::bigint * 1024 + floor(random() * 1024)::bigint
$$;

CREATE FUNCTION new_generation() RETURNS integer LANGUAGE sql VOLATILE AS $$
  INSERT INTO generation DEFAULT VALUES RETURNING gen
$$;

-- Changes user tags of several resources, or of none of them. Answers 0: done, 1: too many tags, 2: a resource is not there.
-- p_put is given; p_keys are taken whatever their values, p_pairs where the value is equal, everything if p_all.
-- Rows are locked in the order of their ids, so that two changes do not wait for each other; who loses a race begins again.
CREATE FUNCTION change_tags(
  p_gen integer, p_account text, p_place bigint, p_ids text[],
  p_put jsonb, p_keys text[], p_pairs jsonb, p_all boolean, p_max integer, p_must_exist boolean
) RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_gen integer := coalesce(p_gen, (SELECT s.current_gen FROM state s));
  v_creates boolean := p_put <> '{}' AND NOT p_must_exist;
  v_first bigint;
  v_found integer;
  v_refused integer;
BEGIN
  LOOP
    SELECT count(*) INTO v_found FROM (
      SELECT 1 FROM resource r
      WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = ANY (p_ids)
      ORDER BY r.id FOR UPDATE) locked;
    EXIT WHEN v_found = cardinality(p_ids) OR NOT v_creates;
    v_first := next_ord();
    INSERT INTO resource (gen, account, place, id, ord)
    SELECT v_gen, p_account, p_place, a.id, v_first + 1024 * a.n
    FROM unnest(p_ids) WITH ORDINALITY a (id, n)
    WHERE NOT EXISTS (
      SELECT FROM resource r WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = a.id)
    ORDER BY a.id
    ON CONFLICT (gen, account, place, id) DO NOTHING;
  END LOOP;

  SELECT CASE WHEN r.id IS NULL THEN 2 ELSE 1 END INTO v_refused
  FROM unnest(p_ids) WITH ORDINALITY a (id, n)
  LEFT JOIN resource r ON r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = a.id
  WHERE CASE
    WHEN r.id IS NULL THEN p_must_exist
    ELSE p_max < (
      SELECT count(*) FROM jsonb_each_text(r.tags || p_put) t
      WHERE NOT r.system_tags ? t.key
      AND NOT (p_all OR t.key = ANY (p_keys) OR coalesce(p_pairs ->> t.key = t.value, false)))
    END
  ORDER BY a.n LIMIT 1;

  IF v_refused IS NULL THEN
    IF p_put <> '{}' THEN
      INSERT INTO tag AS t (gen, account, place, key, value, ord)
      SELECT v_gen, p_account, p_place, p.key, p.value, r.ord
      FROM resource r CROSS JOIN jsonb_each_text(p_put) p
      WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = ANY (p_ids)
        AND NOT r.system_tags ? p.key AND (r.tags ->> p.key) IS DISTINCT FROM p.value
      ON CONFLICT (gen, account, place, key, ord) DO UPDATE SET value = EXCLUDED.value;
      UPDATE resource r
      SET tags = r.tags || (p_put - (SELECT coalesce(array_agg(k), '{}') FROM jsonb_object_keys(r.system_tags) k))
      WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = ANY (p_ids);
    END IF;
    IF p_all OR p_keys <> '{}' OR p_pairs <> '{}' THEN
      DELETE FROM tag t USING resource r CROSS JOIN LATERAL jsonb_each_text(r.tags) o
      WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = ANY (p_ids)
        AND (p_all OR o.key = ANY (p_keys) OR p_pairs ->> o.key = o.value)
        AND t.gen = v_gen AND t.account = p_account AND t.place = p_place AND t.key = o.key AND t.ord = r.ord;
      UPDATE resource r
      SET tags = r.tags - (
        SELECT coalesce(array_agg(o.key), '{}') FROM jsonb_each_text(r.tags) o
        WHERE p_all OR o.key = ANY (p_keys) OR p_pairs ->> o.key = o.value)
      WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = ANY (p_ids) AND r.tags <> '{}';
    END IF;
  END IF;

  DELETE FROM resource r
  WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = ANY (p_ids)
    AND r.tags = '{}' AND r.system_tags = '{}' AND NOT r.declared;
  RETURN coalesce(v_refused, 0);
END $$;

-- Writes whole resources, all of them at once; those that are there keep their place in the order. Ids are distinct.
CREATE FUNCTION put_resources(
  p_gen integer, p_account text, p_place bigint, p_ids text[], p_tags text[], p_system_tags text[], p_declared boolean[]
) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_gen integer := coalesce(p_gen, (SELECT s.current_gen FROM state s));
  v_first bigint;
  v_found integer;
BEGIN
  LOOP
    SELECT count(*) INTO v_found FROM (
      SELECT 1 FROM resource r
      WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = ANY (p_ids)
      ORDER BY r.id FOR UPDATE) locked;
    EXIT WHEN v_found = cardinality(p_ids);
    v_first := next_ord();
    INSERT INTO resource (gen, account, place, id, ord)
    SELECT v_gen, p_account, p_place, a.id, v_first + 1024 * a.n
    FROM unnest(p_ids) WITH ORDINALITY a (id, n)
    WHERE NOT EXISTS (
      SELECT FROM resource r WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = a.id)
    ORDER BY a.id
    ON CONFLICT (gen, account, place, id) DO NOTHING;
  END LOOP;

  DELETE FROM tag t USING resource r CROSS JOIN LATERAL jsonb_object_keys(r.tags || r.system_tags) o (key)
  WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = ANY (p_ids)
    AND t.gen = v_gen AND t.account = p_account AND t.place = p_place AND t.key = o.key AND t.ord = r.ord;

  UPDATE resource r
  SET tags = n.tags::jsonb, system_tags = n.system_tags::jsonb, declared = n.declared
  FROM unnest(p_ids, p_tags, p_system_tags, p_declared) n (id, tags, system_tags, declared)
  WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = n.id;

  INSERT INTO tag (gen, account, place, key, value, ord)
  SELECT v_gen, p_account, p_place, o.key, o.value, r.ord
  FROM resource r CROSS JOIN LATERAL jsonb_each_text(r.tags || r.system_tags) o
  WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = ANY (p_ids);

  DELETE FROM resource r
  WHERE r.gen = v_gen AND r.account = p_account AND r.place = p_place AND r.id = ANY (p_ids)
    AND r.tags = '{}' AND r.system_tags = '{}' AND NOT r.declared;
END $$;

-- Makes a generation complete: takes over the resources of another, if it is another, and derives the inverted index.
CREATE FUNCTION fill_generation(p_from integer, p_to integer) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF p_from <> p_to THEN
    INSERT INTO resource (gen, account, place, id, ord, declared, tags, system_tags)
    SELECT p_to, r.account, r.place, r.id, r.ord, r.declared, r.tags, r.system_tags
    FROM resource r WHERE r.gen = p_from AND (r.declared OR r.tags <> '{}' OR r.system_tags <> '{}');
  END IF;
  INSERT INTO tag (gen, account, place, key, value, ord)
  SELECT p_to, r.account, r.place, o.key, o.value, r.ord
  FROM resource r CROSS JOIN LATERAL jsonb_each_text(r.tags || r.system_tags) o
  WHERE r.gen = p_to
  ORDER BY r.account, r.place, o.key, o.value, r.ord;
END $$;

-- Gives an account what another one has in another generation, and nothing else.
CREATE FUNCTION copy_account(p_from integer, p_from_account text, p_to integer, p_account text)
RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM drop_account(p_to, p_account);
  INSERT INTO resource (gen, account, place, id, ord, declared, tags, system_tags)
  SELECT p_to, p_account, r.place, r.id, r.ord, r.declared, r.tags, r.system_tags
  FROM resource r
  WHERE r.gen = p_from AND r.account = p_from_account AND (r.declared OR r.tags <> '{}' OR r.system_tags <> '{}');
  INSERT INTO tag (gen, account, place, key, value, ord)
  SELECT p_to, p_account, r.place, o.key, o.value, r.ord
  FROM resource r CROSS JOIN LATERAL jsonb_each_text(r.tags || r.system_tags) o
  WHERE r.gen = p_to AND r.account = p_account;
END $$;

CREATE FUNCTION drop_account(p_gen integer, p_account text) RETURNS void LANGUAGE sql VOLATILE AS $$
  DELETE FROM tag t WHERE t.gen = p_gen AND t.account = p_account;
  DELETE FROM resource r WHERE r.gen = p_gen AND r.account = p_account;
$$;
