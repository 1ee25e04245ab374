/** The product API Gateway. */
@NullMarked
package io.tagginggateway.apigateway;

import org.jspecify.annotations.NullMarked;
