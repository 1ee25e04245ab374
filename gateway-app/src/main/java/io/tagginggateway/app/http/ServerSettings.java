package io.tagginggateway.app.http;

import java.time.Duration;

/**
 * What the server needs of the configuration.
 *
 * @param host the address to listen on
 * @param port the port; 0 takes a free one
 * @param maxBody the largest body in bytes
 * @param grace how long a stop waits for requests in flight
 */
public record ServerSettings(String host, int port, int maxBody, Duration grace) {}
