-- Bounds in number for what else only time bounds.

-- The latest end of all nonces that were thrown out for want of room.
CREATE TABLE nonce_floor (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  until bigint NOT NULL DEFAULT 0
);

INSERT INTO nonce_floor DEFAULT VALUES;

-- Remembers a nonce. Answers 0: it is new, 1: it was used, 2: it may be one of those that were thrown out.
-- p_signed_until is until when it counts if it came when it was signed, and so no later than when it came first.
-- The floor is read again behind the insert, which may have waited for the nonce to be thrown out, and now sees the floor of that.
CREATE FUNCTION remember_nonce(p_id bytea, p_until bigint, p_now bigint, p_signed_until bigint)
RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  IF p_signed_until <= (SELECT f.until FROM nonce_floor f) THEN
    RETURN 2;
  END IF;
  INSERT INTO nonce AS n (id, until) VALUES (p_id, p_until)
  ON CONFLICT (id) DO UPDATE SET until = EXCLUDED.until WHERE n.until < p_now;
  IF NOT FOUND THEN
    RETURN 1;
  END IF;
  RETURN CASE WHEN p_signed_until <= (SELECT f.until FROM nonce_floor f) THEN 2 ELSE 0 END;
END $$;

-- Throws out all nonces but so many of those that count longest.
CREATE FUNCTION trim_nonces(p_keep integer) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_until bigint;
BEGIN
  SELECT n.until INTO v_until FROM nonce n ORDER BY n.until DESC OFFSET p_keep LIMIT 1;
  IF FOUND THEN
    UPDATE nonce_floor f SET until = greatest(f.until, v_until);
    DELETE FROM nonce n WHERE n.until <= v_until;
  END IF;
END $$;

-- Forgets all temporary keys but so many of those that end last. Gateways then read their copies anew, in which there may be some of them.
CREATE FUNCTION trim_issued(p_keep integer) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  DELETE FROM issued_key k WHERE (k.gen, k.id) IN (
    SELECT o.gen, o.id FROM issued_key o WHERE o.gen = (SELECT s.current_gen FROM state s)
    ORDER BY o.token_expires DESC OFFSET p_keep);
  IF FOUND THEN
    UPDATE shared SET version = version + 1;
  END IF;
END $$;
