package io.tagginggateway.app.http;

import java.net.URI;
import java.time.Duration;

/**
 * Another gateway, for what this one does not play.
 *
 * @param url scheme, host and port; its path is empty
 * @param timeout after this an answer that is not whole is given up
 * @param maxAnswer the largest body of an answer in bytes
 */
public record ForwardSettings(URI url, Duration timeout, int maxAnswer) {}
