/**
 * Hints: why a request was refused or listed nothing, and what would work, told from what the
 * gateway knows. {@link io.tagginggateway.app.hint.Hints} is the way in; each other class knows the
 * mistakes of one stage of a request.
 */
@NullMarked
package io.tagginggateway.app.hint;

import org.jspecify.annotations.NullMarked;
