-- Puts fixtures that were loaded anew in place. Answers null, and does nothing, if another gateway has put the same ones in place
-- meanwhile: what was changed since then stays.
CREATE FUNCTION reload_to(p_current integer, p_fixture integer, p_digest bytea)
RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM FROM state FOR UPDATE;
  IF (SELECT digest IS NOT DISTINCT FROM p_digest FROM shared) THEN
    RETURN NULL;
  END IF;
  RETURN flip(p_current, p_fixture, ARRAY[p_fixture], p_digest);
END $$;
