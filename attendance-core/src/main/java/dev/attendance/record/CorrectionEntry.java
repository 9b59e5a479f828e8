package dev.attendance.record;

import java.util.Optional;

/**
 * A correction and where it stands, for whoever audits.
 *
 * @param correction the correction
 * @param standing whether it holds
 * @param withdrawal what took it back, if it was withdrawn
 */
public record CorrectionEntry(
    Correction correction, CorrectionStanding standing, Optional<CorrectionWithdrawn> withdrawal) {}
