package io.tagginggateway.store.postgresql.tags;

import io.tagginggateway.core.testing.store.TagStorePages;

/** What the contract of stores says of pages, on a real PostgreSQL. */
class TagPagesTest implements TagStorePages, PgStoreFactory {}
