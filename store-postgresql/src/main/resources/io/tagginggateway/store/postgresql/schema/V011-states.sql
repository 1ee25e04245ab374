-- How a state takes the place of another, and how isolated accounts come to be.

-- Takes over what a generation has besides tags.
CREATE FUNCTION copy_shared(p_from integer, p_to integer) RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO account (gen, account, ord) SELECT p_to, account, ord FROM account WHERE gen = p_from;
  INSERT INTO access_key (gen, id, account, secret, token, token_expires, disabled, arn, ord)
    SELECT p_to, id, account, secret, token, token_expires, disabled, arn, ord FROM access_key WHERE gen = p_from;
  INSERT INTO created (gen, account, product, region, type, id, ord, attributes, along, created, modified, bytes, token, asked)
    SELECT p_to, account, product, region, type, id, ord, attributes, along, created, modified, bytes, token, asked
    FROM created WHERE gen = p_from;
  INSERT INTO created_total (gen, account, bytes)
    SELECT p_to, account, sum(bytes) FROM created WHERE gen = p_to GROUP BY account;
$$;

-- Gives an isolated account what the templates have for an account; of what is in several the last one says what it is.
CREATE FUNCTION fill_guest(p_templates integer[], p_from text, p_gen integer, p_account text)
RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM remove_guest(p_gen, p_account);
  INSERT INTO resource (gen, account, place, id, ord, declared, tags, system_tags)
  SELECT p_gen, p_account, o.place, o.id, o.first, o.declared, o.tags, o.system_tags FROM (
    SELECT DISTINCT ON (r.place, r.id) r.*, min(r.ord) OVER (PARTITION BY r.place, r.id) AS first
    FROM unnest(p_templates) WITH ORDINALITY t (gen, n)
    JOIN resource r ON r.gen = t.gen AND r.account = p_from
    ORDER BY r.place, r.id, t.n DESC) o
  WHERE o.declared OR o.tags <> '{}' OR o.system_tags <> '{}';
  INSERT INTO tag (gen, account, place, key, value, ord)
  SELECT p_gen, p_account, r.place, o.key, o.value, r.ord
  FROM resource r CROSS JOIN LATERAL jsonb_each_text(r.tags || r.system_tags) o
  WHERE r.gen = p_gen AND r.account = p_account;
  INSERT INTO created (gen, account, product, region, type, id, ord, attributes, along, created, modified, bytes)
  SELECT p_gen, p_account, o.product, o.region, o.type, o.id, o.first, o.attributes, o.along, o.created, o.modified, o.bytes
  FROM (
    SELECT DISTINCT ON (c.product, c.region, c.type, c.id) c.*,
      min(c.ord) OVER (PARTITION BY c.product, c.region, c.type, c.id) AS first
    FROM unnest(p_templates) WITH ORDINALITY t (gen, n)
    JOIN created c ON c.gen = t.gen AND c.account = p_from
    ORDER BY c.product, c.region, c.type, c.id, t.n DESC) o;
  INSERT INTO created_total (gen, account, bytes)
  SELECT p_gen, p_account, coalesce(sum(bytes), 0) FROM created WHERE gen = p_gen AND account = p_account;
END $$;

CREATE FUNCTION remove_guest(p_gen integer, p_account text) RETURNS void LANGUAGE sql VOLATILE AS $$
  DELETE FROM tag WHERE gen = p_gen AND account = p_account;
  DELETE FROM resource WHERE gen = p_gen AND account = p_account;
  DELETE FROM created WHERE gen = p_gen AND account = p_account;
  DELETE FROM created_total WHERE gen = p_gen AND account = p_account;
$$;

-- Makes sure that the account of an undeclared key is there. Answers 0: no room, 1: it was there, 2: it is new, 3: it is new and another one made room.
CREATE FUNCTION admit_guest(
  p_account text, p_template text, p_max integer, p_now bigint, p_idle_since bigint,
  OUT answer integer, OUT new_version bigint
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_gen integer;
  v_oldest text;
BEGIN
  answer := 2;
  -- Nobody puts another state in place, and nobody else admits a guest, until this one is in.
  SELECT current_gen INTO v_gen FROM state FOR SHARE;
  PERFORM FROM shared FOR UPDATE;
  UPDATE guest SET used = greatest(used, p_now) WHERE gen = v_gen AND account = p_account;
  IF FOUND OR EXISTS (SELECT FROM account WHERE gen = v_gen AND account = p_account) THEN
    answer := 1;
    RETURN;
  END IF;
  IF (SELECT count(*) FROM guest WHERE gen = v_gen) >= p_max THEN
    SELECT account INTO v_oldest FROM guest WHERE gen = v_gen AND used <= p_idle_since ORDER BY used LIMIT 1;
    IF NOT FOUND THEN
      answer := 0;
      RETURN;
    END IF;
    DELETE FROM guest WHERE gen = v_gen AND account = v_oldest;
    PERFORM remove_guest(v_gen, v_oldest);
    UPDATE shared SET version = version + 1 RETURNING version INTO new_version;
    answer := 3;
  END IF;
  PERFORM fill_guest((SELECT templates FROM shared), p_template, v_gen, p_account);
  INSERT INTO guest (gen, account, used) VALUES (v_gen, p_account, p_now);
END $$;

-- Adds a draft to the state in force, and to what isolated accounts start from.
CREATE FUNCTION add_draft(p_draft integer) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_version bigint;
  v_gen integer;
  v_fixture integer;
  v_templates integer[];
  v_patch integer;
  v_part record;
BEGIN
  SELECT current_gen, fixture_gen INTO v_gen, v_fixture FROM state FOR SHARE;
  SELECT templates INTO v_templates FROM shared FOR UPDATE;
  DELETE FROM guest g USING account a WHERE a.gen = p_draft AND g.gen = v_gen AND g.account = a.account;
  -- By parts, so that no call takes all of it into memory.
  FOR v_part IN
    SELECT n.account, n.place, array_agg(n.id) AS ids, array_agg(n.tags::text) AS tags,
      array_agg(n.system_tags::text) AS system_tags, array_agg(n.declared) AS declared
    FROM (
      SELECT r.*, row_number() OVER (PARTITION BY r.account, r.place ORDER BY r.ord) / 1000 AS part
      FROM resource r WHERE r.gen = p_draft ORDER BY r.account, r.place, r.ord) n
    GROUP BY n.account, n.place, n.part ORDER BY n.account, n.place, n.part
  LOOP
    PERFORM put_resources(
      v_gen, v_part.account, v_part.place, v_part.ids, v_part.tags, v_part.system_tags, v_part.declared);
  END LOOP;
  PERFORM merge_shared(p_draft, v_gen);
  -- The second and later additions are one layer, so that there are never many.
  IF cardinality(v_templates) = 1 THEN
    UPDATE shared SET templates = templates || p_draft;
  ELSE
    v_patch := v_templates[cardinality(v_templates)];
    INSERT INTO resource (gen, account, place, id, ord, declared, tags, system_tags)
    SELECT v_patch, account, place, id, ord, declared, tags, system_tags FROM resource WHERE gen = p_draft
    ON CONFLICT (gen, account, place, id) DO UPDATE
      SET declared = EXCLUDED.declared, tags = EXCLUDED.tags, system_tags = EXCLUDED.system_tags;
    PERFORM merge_shared(p_draft, v_patch);
    UPDATE generation SET retired = now() WHERE gen = p_draft;
  END IF;
  UPDATE shared SET version = version + 1 RETURNING version INTO v_version;
  RETURN v_version;
END $$;

-- What a generation has besides tags, over what is in another.
CREATE FUNCTION merge_shared(p_from integer, p_to integer) RETURNS void LANGUAGE sql VOLATILE AS $$
  INSERT INTO account (gen, account, ord)
    SELECT p_to, account, ord + (SELECT coalesce(max(ord), 0) FROM account WHERE gen = p_to)
    FROM account WHERE gen = p_from
    ON CONFLICT (gen, account) DO NOTHING;
  INSERT INTO access_key (gen, id, account, secret, token, token_expires, disabled, arn, ord)
    SELECT p_to, id, account, secret, token, token_expires, disabled, arn,
      ord + (SELECT coalesce(max(ord), 0) FROM access_key WHERE gen = p_to)
    FROM access_key WHERE gen = p_from
    ON CONFLICT (gen, id) DO UPDATE SET account = EXCLUDED.account, secret = EXCLUDED.secret, token = EXCLUDED.token,
      token_expires = EXCLUDED.token_expires, disabled = EXCLUDED.disabled, arn = EXCLUDED.arn;
  INSERT INTO created (gen, account, product, region, type, id, ord, attributes, along, created, modified, bytes)
    SELECT p_to, account, product, region, type, id, ord, attributes, along, created, modified, bytes
    FROM created WHERE gen = p_from
    ON CONFLICT (gen, account, product, region, type, id) DO UPDATE SET attributes = EXCLUDED.attributes,
      along = EXCLUDED.along, created = EXCLUDED.created, modified = EXCLUDED.modified, bytes = EXCLUDED.bytes;
  INSERT INTO created_total (gen, account, bytes)
    SELECT p_to, account, sum(bytes) FROM created
    WHERE gen = p_to AND account IN (SELECT account FROM created WHERE gen = p_from) GROUP BY account
    ON CONFLICT (gen, account) DO UPDATE SET bytes = EXCLUDED.bytes;
$$;

-- Puts a generation in the place of the state in force. p_fixture is what a reset then goes back to, or null: what it went back to before.
CREATE FUNCTION flip(p_current integer, p_fixture integer, p_templates integer[], p_digest bytea)
RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_version bigint;
  v_gen integer;
  v_fixture integer;
  v_keep integer[];
BEGIN
  SELECT current_gen, fixture_gen INTO v_gen, v_fixture FROM state FOR UPDATE;
  v_keep := ARRAY[p_current, coalesce(p_fixture, v_fixture)] || p_templates;
  UPDATE generation SET retired = now()
  WHERE retired IS NULL AND gen <> ALL (v_keep)
    AND (gen IN (v_gen, v_fixture) OR gen = ANY ((SELECT templates FROM shared)::integer[]));
  UPDATE state SET current_gen = p_current, fixture_gen = coalesce(p_fixture, fixture_gen);
  UPDATE shared SET version = version + 1, issued = false, templates = p_templates,
    digest = CASE WHEN p_fixture IS NULL THEN digest ELSE p_digest END
    RETURNING version INTO v_version;
  RETURN v_version;
END $$;

-- Goes back to fixtures that were copied to a generation. Answers null, and does nothing, if others have put new ones in place meanwhile.
CREATE FUNCTION reset_to(p_gen integer, p_fixture integer) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM FROM state WHERE fixture_gen = p_fixture FOR UPDATE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  PERFORM FROM shared FOR UPDATE;
  DELETE FROM fault;
  RETURN flip(p_gen, NULL, ARRAY[p_fixture], NULL);
END $$;
