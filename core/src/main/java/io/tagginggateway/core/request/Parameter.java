package io.tagginggateway.core.request;

/** A parameter, decoded. */
record Parameter(String name, String value) {}
