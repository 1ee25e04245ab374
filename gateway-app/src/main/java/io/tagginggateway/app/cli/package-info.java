/** The commands of the jar, one class each. */
@NullMarked
package io.tagginggateway.app.cli;

import org.jspecify.annotations.NullMarked;
