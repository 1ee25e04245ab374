-- Creations and removals of resources. Each begins with the row that says how much its account created, which it locks.

CREATE FUNCTION lock_created(p_account text, OUT v_gen integer, OUT v_bytes bigint) LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  SELECT current_gen INTO v_gen FROM state;
  INSERT INTO created_total AS t (gen, account) VALUES (v_gen, p_account)
  ON CONFLICT (gen, account) DO UPDATE SET bytes = t.bytes RETURNING t.bytes INTO v_bytes;
END $$;

-- About how much a record takes where it is read, which bounds what an account may create.
CREATE FUNCTION created_bytes(p_attributes json) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT 512 + 2 * length(p_attributes::text)::bigint
$$;

-- Creates resources, the first of p_rows being the one that was asked for. Answers 0: done, 1: the same was created before, under
-- the id in detail, 2: the token came with something else before, 3: what detail numbers among p_needs is not there, 4: too much.
CREATE FUNCTION create_resources(
  p_account text, p_rows json, p_needs json, p_token bytea, p_asked bytea, p_max bigint,
  OUT outcome integer, OUT detail text
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_gen integer;
  v_bytes bigint;
  v_more bigint;
  v_first bigint;
  v_found record;
BEGIN
  SELECT l.v_gen, l.v_bytes INTO v_gen, v_bytes FROM lock_created(p_account) l;
  IF p_token IS NOT NULL THEN
    SELECT c.id, c.asked INTO v_found FROM created c
    WHERE c.gen = v_gen AND c.account = p_account AND c.product = p_rows -> 0 ->> 'product'
      AND c.region = p_rows -> 0 ->> 'region' AND c.type = p_rows -> 0 ->> 'type' AND c.token = p_token;
    IF FOUND THEN
      outcome := CASE WHEN v_found.asked = p_asked THEN 1 ELSE 2 END;
      detail := v_found.id;
      RETURN;
    END IF;
  END IF;
  SELECT n.i::text INTO detail FROM json_array_elements(p_needs) WITH ORDINALITY n (need, i)
  WHERE NOT EXISTS (
    SELECT FROM created c
    WHERE c.gen = v_gen AND c.account = p_account AND c.product = n.need ->> 'product'
      AND c.region = n.need ->> 'region' AND c.type = n.need ->> 'type' AND c.id = n.need ->> 'id')
  ORDER BY n.i LIMIT 1;
  IF FOUND THEN
    outcome := 3;
    RETURN;
  END IF;
  SELECT sum(created_bytes(r -> 'attributes')) INTO v_more FROM json_array_elements(p_rows) r;
  IF v_bytes + v_more > p_max THEN
    outcome := 4;
    RETURN;
  END IF;
  v_first := next_ord();
  INSERT INTO created (gen, account, product, region, type, id, ord, attributes, along, created, modified, bytes, token, asked)
  SELECT v_gen, p_account, n.r ->> 'product', n.r ->> 'region', n.r ->> 'type', n.r ->> 'id', v_first + 1024 * n.i,
    n.r -> 'attributes', (n.r ->> 'along')::boolean, (n.r ->> 'created')::timestamptz, (n.r ->> 'modified')::timestamptz,
    created_bytes(n.r -> 'attributes'), CASE WHEN n.i = 1 THEN p_token END, CASE WHEN n.i = 1 THEN p_asked END
  FROM json_array_elements(p_rows) WITH ORDINALITY n (r, i);
  UPDATE created_total t SET bytes = t.bytes + v_more WHERE t.gen = v_gen AND t.account = p_account;
  outcome := 0;
END $$;

-- Adds a resource as it was exported, replacing one with the same id, which keeps its place in the order.
CREATE FUNCTION put_created(
  p_account text, p_product text, p_region text, p_type text, p_id text, p_attributes json, p_along boolean,
  p_created timestamptz, p_modified timestamptz
) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_gen integer;
BEGIN
  SELECT l.v_gen INTO v_gen FROM lock_created(p_account) l;
  INSERT INTO created (gen, account, product, region, type, id, ord, attributes, along, created, modified, bytes)
  VALUES (v_gen, p_account, p_product, p_region, p_type, p_id, next_ord(), p_attributes, p_along, p_created, p_modified,
    created_bytes(p_attributes))
  ON CONFLICT (gen, account, product, region, type, id) DO UPDATE SET attributes = EXCLUDED.attributes,
    along = EXCLUDED.along, created = EXCLUDED.created, modified = EXCLUDED.modified, bytes = EXCLUDED.bytes;
  UPDATE created_total t SET bytes = (SELECT sum(c.bytes) FROM created c WHERE c.gen = v_gen AND c.account = p_account)
  WHERE t.gen = v_gen AND t.account = p_account;
END $$;

-- Changes attributes. No row if the resource is not there.
CREATE FUNCTION update_created(
  p_account text, p_product text, p_region text, p_type text, p_id text, p_changes json, p_now timestamptz, p_max bigint
) RETURNS SETOF created LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_gen integer;
  v_bytes bigint;
  v_row created;
  v_before bigint;
BEGIN
  SELECT l.v_gen, l.v_bytes INTO v_gen, v_bytes FROM lock_created(p_account) l;
  SELECT * INTO v_row FROM created c
  WHERE c.gen = v_gen AND c.account = p_account AND c.product = p_product AND c.region = p_region AND c.type = p_type
    AND c.id = p_id;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  v_before := v_row.bytes;
  SELECT coalesce(json_object_agg(a.key, a.value), '{}') INTO v_row.attributes FROM (
    SELECT o.key, o.value FROM json_each(v_row.attributes) o
    WHERE NOT EXISTS (SELECT FROM json_object_keys(p_changes) k WHERE k = o.key)
    UNION ALL SELECT n.key, n.value FROM json_each(p_changes) n) a;
  v_row.bytes := created_bytes(v_row.attributes);
  v_row.modified := p_now;
  IF v_bytes - v_before + v_row.bytes > p_max THEN
    RAISE EXCEPTION 'the attributes of all resources of an account take too much' USING ERRCODE = 'program_limit_exceeded';
  END IF;
  UPDATE created c SET attributes = v_row.attributes, modified = v_row.modified, bytes = v_row.bytes
  WHERE c.gen = v_gen AND c.account = p_account AND c.product = p_product AND c.region = p_region AND c.type = p_type
    AND c.id = p_id;
  UPDATE created_total t SET bytes = t.bytes - v_before + v_row.bytes WHERE t.gen = v_gen AND t.account = p_account;
  RETURN NEXT v_row;
END $$;

-- What hangs on a resource, and on what came along with it. p_kinds are places of resources that name it in an attribute.
CREATE FUNCTION hanging_on(p_gen integer, p_account text, p_id text, p_kinds json)
RETURNS SETOF created LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_kind json;
  v_row created;
BEGIN
  FOR v_kind IN SELECT * FROM json_array_elements(p_kinds) LOOP
    FOR v_row IN
      SELECT * FROM created c
      WHERE c.gen = p_gen AND c.account = p_account AND c.product = v_kind ->> 'product'
        AND c.region = v_kind ->> 'region' AND c.type = v_kind ->> 'type'
        AND c.attributes ->> (v_kind ->> 'attribute') = p_id
      ORDER BY c.ord
    LOOP
      RETURN NEXT v_row;
      IF v_row.along THEN
        RETURN QUERY SELECT * FROM hanging_on(p_gen, p_account, v_row.id, v_kind -> 'below');
      END IF;
    END LOOP;
  END LOOP;
END $$;

-- Removes a resource with what came along with it: the rows that are gone, or the one that speaks against it, or none.
CREATE FUNCTION remove_created(
  p_account text, p_product text, p_region text, p_type text, p_id text, p_kinds json
) RETURNS TABLE (gone boolean, r_product text, r_region text, r_type text, r_id text) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_gen integer;
  v_row created;
  v_rows created[];
  v_bytes bigint := 0;
BEGIN
  SELECT l.v_gen INTO v_gen FROM lock_created(p_account) l;
  SELECT * INTO v_row FROM created c
  WHERE c.gen = v_gen AND c.account = p_account AND c.product = p_product AND c.region = p_region AND c.type = p_type
    AND c.id = p_id;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  v_rows := ARRAY[v_row];
  FOR v_row IN SELECT * FROM hanging_on(v_gen, p_account, p_id, p_kinds) LOOP
    IF NOT v_row.along THEN
      RETURN QUERY SELECT false, v_row.product, v_row.region, v_row.type, v_row.id;
      RETURN;
    END IF;
    v_rows := v_rows || v_row;
  END LOOP;
  FOREACH v_row IN ARRAY v_rows LOOP
    DELETE FROM created c
    WHERE c.gen = v_gen AND c.account = p_account AND c.product = v_row.product AND c.region = v_row.region
      AND c.type = v_row.type AND c.id = v_row.id;
    IF FOUND THEN
      v_bytes := v_bytes + v_row.bytes;
      RETURN QUERY SELECT true, v_row.product, v_row.region, v_row.type, v_row.id;
    END IF;
  END LOOP;
  UPDATE created_total t SET bytes = t.bytes - v_bytes WHERE t.gen = v_gen AND t.account = p_account;
END $$;
