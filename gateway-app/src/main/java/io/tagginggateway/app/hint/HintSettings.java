package io.tagginggateway.app.hint;

/**
 * What of the configuration hints depend on or name.
 *
 * @param header whether callers are told too
 * @param body the largest body in bytes
 * @param line the longest request line in bytes
 * @param headers the largest headers in bytes
 */
public record HintSettings(boolean header, int body, int line, int headers) {}
