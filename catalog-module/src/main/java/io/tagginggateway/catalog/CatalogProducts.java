package io.tagginggateway.catalog;

import io.tagginggateway.core.product.file.ProductBundle;

/**
 * The product files of this module, in {@code src/main/products}. Most are made by the converter
 * beside it.
 */
public final class CatalogProducts extends ProductBundle {}
