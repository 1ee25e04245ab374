/** What was asked lately: a ring of bounded size, without secrets. */
@NullMarked
package io.tagginggateway.app.journal;

import org.jspecify.annotations.NullMarked;
