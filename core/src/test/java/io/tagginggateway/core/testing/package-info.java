/** What the tests of core and of the product modules share: a product asked without a server. */
@NullMarked
package io.tagginggateway.core.testing;

import org.jspecify.annotations.NullMarked;
