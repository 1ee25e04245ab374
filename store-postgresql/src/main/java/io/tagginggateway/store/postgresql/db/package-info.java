/** Connections to PostgreSQL: where they lead, how many there are, what their failures mean. */
@NullMarked
package io.tagginggateway.store.postgresql.db;

import org.jspecify.annotations.NullMarked;
