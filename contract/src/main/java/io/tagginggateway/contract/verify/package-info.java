/** The command {@code verify}: a product's contract as black-box checks against any endpoint. */
@NullMarked
package io.tagginggateway.contract.verify;

import org.jspecify.annotations.NullMarked;
