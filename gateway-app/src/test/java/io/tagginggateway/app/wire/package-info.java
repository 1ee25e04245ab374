/** What clients and broken clients see of a running gateway, byte by byte. */
@NullMarked
package io.tagginggateway.app.wire;

import org.jspecify.annotations.NullMarked;
