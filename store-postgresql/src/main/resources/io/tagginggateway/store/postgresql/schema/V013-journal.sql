-- What gateways write down about their requests: bounded by those who write, newest first by the clocks of those who wrote.
CREATE TABLE journal (
  micros bigint NOT NULL,
  gateway uuid NOT NULL,
  number bigint NOT NULL,
  document text NOT NULL,
  PRIMARY KEY (micros, gateway, number)
);

-- How often somebody has asked all gateways to write down what they have, and which of these calls each has followed.
CREATE TABLE gathering (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  asked bigint NOT NULL DEFAULT 0
);

INSERT INTO gathering DEFAULT VALUES;

ALTER TABLE replica ADD COLUMN gathered bigint NOT NULL DEFAULT 0;

-- Forgets all but so many of the newest.
CREATE FUNCTION trim_journal(p_keep integer) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_oldest record;
BEGIN
  SELECT j.micros, j.gateway, j.number INTO v_oldest FROM journal j
  ORDER BY j.micros DESC, j.gateway DESC, j.number DESC OFFSET p_keep LIMIT 1;
  IF FOUND THEN
    DELETE FROM journal j
    WHERE (j.micros, j.gateway, j.number) <= (v_oldest.micros, v_oldest.gateway, v_oldest.number);
  END IF;
END $$;
