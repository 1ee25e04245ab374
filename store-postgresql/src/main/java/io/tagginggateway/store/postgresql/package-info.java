/**
 * The store that many gateways share: PostgreSQL, and what speaks its protocol. {@code
 * PostgresqlProvider} is found by the process and loaded only where {@code store.type} is {@code
 * postgresql}.
 *
 * <p>{@code db} holds the connections, their errors and COPY; {@code schema} the tables and their
 * migrations; {@code tags} the tags. A further kind of state is a package beside {@code tags}, and
 * a file {@code Vnnn-name.sql} beside the others that {@code schema.Migration} names: a file that
 * was released is never changed, what it made is changed by the next one.
 */
@NullMarked
package io.tagginggateway.store.postgresql;

import org.jspecify.annotations.NullMarked;
