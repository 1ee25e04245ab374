/** API Gateway 2016-07-14: a nested list that ends with {@code -1}. */
@NullMarked
package io.tagginggateway.apigateway;

import org.jspecify.annotations.NullMarked;
