/** The official Java clients against the packaged jar, by the scenarios all languages share. */
@NullMarked
package io.tagginggateway.clients;

import org.jspecify.annotations.NullMarked;
