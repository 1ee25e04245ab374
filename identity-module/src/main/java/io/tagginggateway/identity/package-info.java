/** The products that tools ask before they get to work: who they are, and where things are. */
@NullMarked
package io.tagginggateway.identity;

import org.jspecify.annotations.NullMarked;
