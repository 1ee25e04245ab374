package io.tagginggateway.app.fault;

/**
 * A rule with its counts at one moment.
 *
 * @param id its id
 * @param rule what it says
 * @param matched how many requests it matched so far, while it was not used up
 * @param spoiled how many requests it spoiled so far
 */
public record ActiveRule(String id, FaultRule rule, long matched, long spoiled) {}
