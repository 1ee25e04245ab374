package io.tagginggateway.app.fault;

/**
 * Which requests are spoiled, and how.
 *
 * @param match which requests it is about
 * @param fault what happens to them
 * @param phase when
 * @param skip how many matching requests are let through first
 * @param times how many are spoiled then; 0 is for ever
 * @param probability how likely each of those is spoiled, above 0 and up to 1
 * @param seed where the rule's own random numbers start, so that a run can be repeated
 */
public record FaultRule(
    FaultMatch match,
    Fault fault,
    Phase phase,
    int skip,
    int times,
    double probability,
    long seed) {

  /** The same with another fault. */
  FaultRule with(Fault other) {
    return new FaultRule(match, other, phase, skip, times, probability, seed);
  }

  /** Whether the fault can be done to a request at all; one that cannot is not counted. */
  boolean canSpoil(FaultTarget target, ErrorTables errors) {
    return match.matches(target) && fault.canSpoil(target, errors);
  }
}
