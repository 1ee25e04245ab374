/**
 * What every product with the usual operations on tags does alike, as tests: a test class
 * implements {@link io.tagginggateway.core.testing.product.ProductContract} and says how its
 * product is called and what its errors are.
 */
@NullMarked
package io.tagginggateway.core.testing.product;

import org.jspecify.annotations.NullMarked;
