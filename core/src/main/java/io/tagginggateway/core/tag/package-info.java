/**
 * What the gateway stores and answers: tags, resources, queries, pages and changes, and the store's
 * contract.
 */
@NullMarked
package io.tagginggateway.core.tag;

import org.jspecify.annotations.NullMarked;
