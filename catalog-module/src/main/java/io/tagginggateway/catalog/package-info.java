/** The products that need nothing but their files. */
@NullMarked
package io.tagginggateway.catalog;

import org.jspecify.annotations.NullMarked;
