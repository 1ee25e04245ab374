package io.tagginggateway.core.testing.product;

/** Says which product the tests are about. */
interface ProductUnderContract {
  /** The product. */
  ProductSample sample();
}
