-- Takes away a part of the oldest generation that nobody needs any more. Answers whether there may be more. One gateway at a time does it.
CREATE FUNCTION sweep(p_rows integer) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_gen integer;
  v_tags integer;
  v_resources integer;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtextextended('tagging-gateway sweep ' || current_schema(), 2)) THEN
    RETURN false;
  END IF;
  SELECT g.gen INTO v_gen FROM generation g CROSS JOIN state s
  WHERE g.gen NOT IN (s.current_gen, s.fixture_gen)
    AND NOT EXISTS (SELECT FROM shared h WHERE g.gen = ANY (h.templates))
    AND (g.retired < now() - interval '1 minute' OR (g.retired IS NULL AND g.touched < now() - interval '12 hours'))
  ORDER BY g.gen LIMIT 1;
  IF v_gen IS NULL THEN
    RETURN false;
  END IF;
  DELETE FROM tag t USING (SELECT account, place, key, ord FROM tag WHERE gen = v_gen LIMIT p_rows) d
  WHERE t.gen = v_gen AND t.account = d.account AND t.place = d.place AND t.key = d.key AND t.ord = d.ord;
  GET DIAGNOSTICS v_tags = ROW_COUNT;
  DELETE FROM resource r USING (SELECT account, place, id FROM resource WHERE gen = v_gen LIMIT p_rows) d
  WHERE r.gen = v_gen AND r.account = d.account AND r.place = d.place AND r.id = d.id;
  GET DIAGNOSTICS v_resources = ROW_COUNT;
  IF v_tags < p_rows AND v_resources < p_rows THEN
    DELETE FROM generation WHERE gen = v_gen;
  END IF;
  RETURN true;
END $$;
