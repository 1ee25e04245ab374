package io.tagginggateway.identity;

import io.tagginggateway.core.product.file.ProductBundle;

/** The product files of this module, in {@code src/main/products}. */
public final class IdentityProducts extends ProductBundle {}
