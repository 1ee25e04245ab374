package io.tagginggateway.app.rpc;

import io.tagginggateway.core.product.TaggingService;
import org.jspecify.annotations.Nullable;

/**
 * Where a host leads.
 *
 * @param service the product that answers
 * @param region the region in the host's name, or null if it names none
 */
public record Route(TaggingService service, @Nullable String region) {}
