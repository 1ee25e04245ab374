/** Host names: how they are compared, and how they are written in a URL. */
@NullMarked
package io.tagginggateway.app.host;

import org.jspecify.annotations.NullMarked;
