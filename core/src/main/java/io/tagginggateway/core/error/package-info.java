/** What can go wrong on the wire: codes, statuses and texts. */
@NullMarked
package io.tagginggateway.core.error;

import org.jspecify.annotations.NullMarked;
