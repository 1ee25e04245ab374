-- The order of resources, by an index that a question for an id cannot use. Of two that begin with the same columns the planner took
-- this one for ids where there were no statistics yet, and read all resources of a place.
DROP INDEX resource_ord;
CREATE UNIQUE INDEX resource_ord ON resource ((gen + 0), account, place, ord);
