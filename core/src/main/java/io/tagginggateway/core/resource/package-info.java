/** What callers created: resources with their attributes, and where they are kept. */
@NullMarked
package io.tagginggateway.core.resource;

import org.jspecify.annotations.NullMarked;
