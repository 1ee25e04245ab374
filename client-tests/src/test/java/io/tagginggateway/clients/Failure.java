package io.tagginggateway.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** What a client made of an error answer; null is what it does not tell. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Failure(
    String type,
    @Nullable String code,
    @Nullable String message,
    @Nullable String requestId,
    @Nullable Integer status) {}
