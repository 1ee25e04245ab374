/** Who calls: access keys, and how a request proves that it holds one. */
@NullMarked
package io.tagginggateway.core.auth;

import org.jspecify.annotations.NullMarked;
