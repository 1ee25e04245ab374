/** The products' contracts as documents: OpenAPI, XSD, and the catalogue of rules. */
@NullMarked
package io.tagginggateway.contract;

import org.jspecify.annotations.NullMarked;
