/** What a product module provides, and the steps that all products share. */
@NullMarked
package io.tagginggateway.core.product;

import org.jspecify.annotations.NullMarked;
