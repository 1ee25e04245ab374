package io.tagginggateway.app.http;

import io.tagginggateway.app.config.ForwardConfig;
import io.tagginggateway.app.config.Limits;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What the server needs of the configuration.
 *
 * @param host the address to listen on
 * @param port the port; 0 takes a free one
 * @param httpsPort the port for TLS; 0 takes a free one; empty if there is to be none
 * @param proxy whether to be the clients' proxy for the hosts of products
 * @param maxBody the largest body in bytes
 * @param limits what clients may take
 * @param grace how long a stop waits for requests in flight
 * @param forward where requests go that are not played here
 */
public record ServerSettings(
    String host,
    int port,
    OptionalInt httpsPort,
    boolean proxy,
    int maxBody,
    Limits limits,
    Duration grace,
    ForwardConfig forward) {}
