/** How clients are pointed at a gateway: addresses, keys, environment variables, files to trust. */
@NullMarked
package io.tagginggateway.app.client;

import org.jspecify.annotations.NullMarked;
