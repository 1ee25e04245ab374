/** What happens to the database when a gateway starts: fixtures, and the rest of what was. */
@NullMarked
package io.tagginggateway.store.postgresql.start;

import org.jspecify.annotations.NullMarked;
