/** A running gateway, and HTTP as bytes: what the tests of the wire share. */
@NullMarked
package io.tagginggateway.app.testing;

import org.jspecify.annotations.NullMarked;
