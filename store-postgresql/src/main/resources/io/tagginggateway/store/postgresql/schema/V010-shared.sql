-- What gateways share besides tags. What belongs to a state has its generation in its key, and goes with it.

-- What every gateway keeps a copy of. The version grows with each change of it: of keys, accounts, faults, or of the state as a whole.
CREATE TABLE shared (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  version bigint NOT NULL DEFAULT 1,
  -- Whether there is any temporary key in the state in force: if not, nobody looks for one.
  issued boolean NOT NULL DEFAULT false,
  -- What an isolated account starts from: generations, each over the one before it.
  templates integer[] NOT NULL,
  -- Of the fixtures that a reset goes back to, so that gateways that reload the same files do it once.
  digest bytea
);

INSERT INTO shared (templates) SELECT ARRAY[fixture_gen] FROM state;

-- The gateways that may hold a copy, until their lease ends, and the version of that copy.
CREATE TABLE replica (
  id uuid PRIMARY KEY,
  seen bigint NOT NULL,
  lease timestamptz NOT NULL
);

CREATE TABLE account (
  gen integer NOT NULL REFERENCES generation ON DELETE CASCADE,
  account text COLLATE "C" NOT NULL,
  ord integer NOT NULL,
  PRIMARY KEY (gen, account)
);

CREATE TABLE access_key (
  gen integer NOT NULL REFERENCES generation ON DELETE CASCADE,
  id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  secret text NOT NULL,
  token text,
  token_expires timestamptz,
  disabled boolean NOT NULL DEFAULT false,
  arn text,
  ord integer NOT NULL,
  PRIMARY KEY (gen, id)
);

-- Temporary keys. One whose token has ended is known for a while, so that its caller hears why it is refused.
CREATE TABLE issued_key (
  gen integer NOT NULL REFERENCES generation ON DELETE CASCADE,
  id text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  secret text NOT NULL,
  token text,
  token_expires timestamptz,
  arn text,
  PRIMARY KEY (gen, id)
);

CREATE INDEX issued_key_ends ON issued_key (gen, token_expires);

-- Accounts that undeclared keys have of their own.
CREATE TABLE guest (
  gen integer NOT NULL REFERENCES generation ON DELETE CASCADE,
  account text COLLATE "C" NOT NULL,
  used bigint NOT NULL,
  PRIMARY KEY (gen, account)
);

CREATE INDEX guest_used ON guest (gen, used);

-- Faults, in the order of their numbers. random is the state of the java.util.Random that decides which requests are struck.
CREATE TABLE fault (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document text NOT NULL,
  skip integer NOT NULL,
  times integer NOT NULL,
  probability double precision NOT NULL,
  seed bigint NOT NULL,
  random bigint NOT NULL,
  matched bigint NOT NULL DEFAULT 0,
  spoiled bigint NOT NULL DEFAULT 0,
  struck boolean NOT NULL DEFAULT false
) WITH (fillfactor = 50);

-- One step of java.util.Random, and the double that its next two steps give.
CREATE FUNCTION random_step(s bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT mod(s::numeric * 25214903917 + 11, 281474976710656)::bigint
$$;

CREATE FUNCTION random_double(s bigint) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ((random_step(s) >> 22) * 134217728 + (random_step(random_step(s)) >> 21))::double precision
    * power(2::double precision, -53)
$$;

-- Counts a request that a fault matches. In one statement, so that of all requests everywhere exactly as many are struck as it says.
CREATE FUNCTION strike(p_id bigint) RETURNS TABLE (was_struck boolean, is_used_up boolean) LANGUAGE sql VOLATILE AS $$
  UPDATE fault f SET
    struck = f.matched >= f.skip AND (f.probability >= 1 OR random_double(f.random) < f.probability),
    spoiled = f.spoiled
      + (f.matched >= f.skip AND (f.probability >= 1 OR random_double(f.random) < f.probability))::integer,
    random = CASE
      WHEN f.matched >= f.skip AND f.probability < 1 THEN random_step(random_step(f.random))
      ELSE f.random END,
    matched = f.matched + 1
  WHERE f.id = p_id AND (f.times = 0 OR f.spoiled < f.times)
  RETURNING f.struck, f.times > 0 AND f.spoiled >= f.times
$$;

-- The nonces of strict mode: the first half of a SHA-256 over key and nonce, and until when it counts, in milliseconds.
CREATE TABLE nonce (
  id bytea PRIMARY KEY,
  until bigint NOT NULL
) WITH (fillfactor = 90);

CREATE INDEX nonce_until ON nonce (until);

-- What calls created, without its tags, in the order of ord; token and asked are of the client token that it was created with.
CREATE TABLE created (
  gen integer NOT NULL REFERENCES generation ON DELETE CASCADE,
  account text COLLATE "C" NOT NULL,
  product text COLLATE "C" NOT NULL,
  region text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  ord bigint NOT NULL,
  -- As it was written: of type json, and not jsonb, which has no room for every character.
  attributes json NOT NULL,
  along boolean NOT NULL,
  created timestamptz NOT NULL,
  modified timestamptz NOT NULL,
  bytes bigint NOT NULL,
  token bytea,
  asked bytea,
  PRIMARY KEY (gen, account, product, region, type, id)
);

CREATE UNIQUE INDEX created_token ON created (gen, account, product, region, type, token) WHERE token IS NOT NULL;

-- How much an account created. Who creates or removes locks its row: one after the other, in each account.
CREATE TABLE created_total (
  gen integer NOT NULL REFERENCES generation ON DELETE CASCADE,
  account text COLLATE "C" NOT NULL,
  bytes bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (gen, account)
);

-- Counts a fault among those that there may be; those that are used up make room. No row if there is none.
CREATE FUNCTION add_fault(
  p_document text, p_skip integer, p_times integer, p_probability double precision, p_seed bigint, p_random bigint,
  p_max integer
) RETURNS TABLE (new_id bigint, new_version bigint) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_id bigint;
BEGIN
  PERFORM FROM shared FOR UPDATE;
  IF (SELECT count(*) FROM fault) >= p_max THEN
    DELETE FROM fault f WHERE f.times > 0 AND f.spoiled >= f.times;
    IF (SELECT count(*) FROM fault) >= p_max THEN
      RETURN;
    END IF;
  END IF;
  INSERT INTO fault (document, skip, times, probability, seed, random)
  VALUES (p_document, p_skip, p_times, p_probability, p_seed, p_random) RETURNING id INTO v_id;
  RETURN QUERY UPDATE shared SET version = version + 1 RETURNING v_id, version;
END $$;

-- Makes a temporary key known. Answers the version that every gateway must have seen before it can be, or null.
CREATE FUNCTION issue_key(
  p_id text, p_account text, p_secret text, p_token text, p_expires timestamptz, p_arn text
) RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  v_gen integer;
  v_version bigint;
BEGIN
  SELECT current_gen INTO v_gen FROM state FOR SHARE;
  INSERT INTO issued_key (gen, id, account, secret, token, token_expires, arn)
  VALUES (v_gen, p_id, p_account, p_secret, p_token, p_expires, p_arn);
  DELETE FROM issued_key WHERE (gen, id) IN (
    SELECT gen, id FROM issued_key WHERE gen = v_gen AND token_expires < now() - interval '1 hour' LIMIT 10);
  UPDATE shared SET version = version + 1, issued = true WHERE NOT issued RETURNING version INTO v_version;
  RETURN v_version;
END $$;

