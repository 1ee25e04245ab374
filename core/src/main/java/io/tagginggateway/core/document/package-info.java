/** Writes one description of an answer as JSON or as XML. */
@NullMarked
package io.tagginggateway.core.document;

import org.jspecify.annotations.NullMarked;
