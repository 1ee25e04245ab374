package io.tagginggateway.app.console;

import io.tagginggateway.core.auth.AccessKey;
import io.tagginggateway.core.product.Operation;
import io.tagginggateway.core.product.Product;
import io.tagginggateway.core.request.Format;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call to make.
 *
 * @param parameters the business parameters
 * @param format the format to ask for
 * @param key signs it, or null if it goes unsigned
 */
record TryRequest(
    Product product,
    Operation operation,
    Map<String, String> parameters,
    Format format,
    @Nullable AccessKey key) {}
