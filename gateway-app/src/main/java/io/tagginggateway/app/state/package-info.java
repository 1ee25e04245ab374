/** What the gateway holds: tags and access keys, replaced as one. */
@NullMarked
package io.tagginggateway.app.state;

import org.jspecify.annotations.NullMarked;
