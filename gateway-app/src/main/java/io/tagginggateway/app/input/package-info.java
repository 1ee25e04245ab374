/** YAML and JSON files as one stream of tokens, and what is said when they are neither. */
@NullMarked
package io.tagginggateway.app.input;

import org.jspecify.annotations.NullMarked;
