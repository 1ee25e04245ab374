package io.tagginggateway.apigateway;

import io.tagginggateway.core.product.file.ProductBundle;

/** The product files of this module, in {@code src/main/products}. */
public final class ApiGatewayProducts extends ProductBundle {}
