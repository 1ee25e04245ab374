package io.tagginggateway.store.postgresql.db;

/**
 * A statement. All that differs between two calls is a parameter, so that each is prepared once per
 * connection.
 *
 * @param name what metrics call it
 * @param sql its text
 */
public record Statement(String name, String sql) {}
