package io.tagginggateway.core.auth;

import org.jspecify.annotations.Nullable;

/**
 * Who sent a request.
 *
 * @param account the account whose tags it sees
 * @param accessKeyId the key it named, or null if it named none
 */
public record Caller(String account, @Nullable String accessKeyId) {}
