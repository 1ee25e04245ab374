-- When the fixtures of a start were put in place last; null if they never were.
ALTER TABLE state ADD COLUMN loaded timestamptz;
