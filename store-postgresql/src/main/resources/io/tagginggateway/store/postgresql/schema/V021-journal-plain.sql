-- Entries of the journal live for a moment: compressing them, and a table aside for those above 2 KB, cost more than they saved.
ALTER TABLE journal ALTER COLUMN document SET STORAGE EXTERNAL;
ALTER TABLE journal SET (toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- By its index alone, where what was deleted is marked as dead and not looked at again. As the table has mostly dead rows, and no
-- statistics that know of it, the planner would read all of it: 140 ms for each trim, most of what the database did.
ALTER FUNCTION trim_journal(integer) SET enable_seqscan = off;
ALTER FUNCTION trim_journal(integer) SET enable_bitmapscan = off;
