package dev.attendance.cycle;

import dev.attendance.event.DisconnectReason;
import dev.attendance.event.ParticipantProfile;
import java.time.Instant;
import java.util.Optional;

/**
 * A connection that never came up: shown, but no presence (R6).
 *
 * @param id the key
 * @param profile what the participant was last described as
 * @param at when the session began, else when its end was reported
 * @param reason why it was given up, if reported
 */
public record Attempt(
    CycleId id, ParticipantProfile profile, Instant at, Optional<DisconnectReason> reason) {}
