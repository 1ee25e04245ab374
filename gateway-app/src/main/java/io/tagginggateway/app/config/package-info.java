/**
 * What a user may set: the keys with their defaults, and the reading of options, variables and
 * file.
 */
@NullMarked
package io.tagginggateway.app.config;

import org.jspecify.annotations.NullMarked;
