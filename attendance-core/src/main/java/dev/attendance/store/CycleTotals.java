package dev.attendance.store;

/**
 * How many cycles there are, by where they stand. {@code joined = closed + inferred + open}.
 *
 * @param joined cycles that were ever up
 * @param closed of these, those whose end was reported
 * @param inferred of these, those whose end other facts bound (R7)
 * @param open of these, those without a known end
 * @param orphaned open ones whose room has fallen silent: nobody may ever report their end
 * @param attempts connections that never came up (R6)
 */
public record CycleTotals(
    long joined, long closed, long inferred, long open, long orphaned, long attempts) {}
