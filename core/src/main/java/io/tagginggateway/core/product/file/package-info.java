/** Product files: their notation, what they must say, and the form that is read at start. */
@NullMarked
package io.tagginggateway.core.product.file;

import org.jspecify.annotations.NullMarked;
