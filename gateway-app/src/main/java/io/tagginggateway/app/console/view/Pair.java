package io.tagginggateway.app.console.view;

/**
 * A name with its value.
 *
 * @param name the name
 * @param value the value, perhaps empty
 */
public record Pair(String name, String value) {}
