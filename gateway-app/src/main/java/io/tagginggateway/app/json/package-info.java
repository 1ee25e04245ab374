/** How Vert.x reads and writes JSON here. */
@NullMarked
package io.tagginggateway.app.json;

import org.jspecify.annotations.NullMarked;
