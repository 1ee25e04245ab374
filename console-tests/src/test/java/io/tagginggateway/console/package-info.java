/** The console as people use it: the packaged jar, and a real Chromium. */
@NullMarked
package io.tagginggateway.console;

import org.jspecify.annotations.NullMarked;
