package io.tagginggateway.contract.verify;

/**
 * One thing that a check looked at.
 *
 * @param expected what the rule says
 * @param got what the endpoint answered
 */
public record Observation(String expected, String got) {}
