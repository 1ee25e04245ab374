/**
 * The gateway's container image in a test, by Testcontainers: {@link
 * io.tagginggateway.testcontainers.TaggingGatewayContainer} starts it, and {@link
 * io.tagginggateway.testcontainers.RemoteGateway} steers any gateway that runs elsewhere.
 */
@NullMarked
package io.tagginggateway.testcontainers;

import org.jspecify.annotations.NullMarked;
