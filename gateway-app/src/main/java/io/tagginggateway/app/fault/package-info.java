/** What a user lets go wrong: rules that spoil chosen requests, counted exactly. */
@NullMarked
package io.tagginggateway.app.fault;

import org.jspecify.annotations.NullMarked;
