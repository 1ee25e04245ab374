/** How the process logs. */
@NullMarked
package io.tagginggateway.app.log;

import org.jspecify.annotations.NullMarked;
