/** The Vert.x server: listeners, bodies, limits, and the way of each request to its handler. */
@NullMarked
package io.tagginggateway.app.http;

import org.jspecify.annotations.NullMarked;
