package dev.attendance.report;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Evidence;
import dev.attendance.event.DisconnectReason;
import dev.attendance.event.ParticipantKind;
import dev.attendance.record.PersonAttempt;
import dev.attendance.record.PersonCycle;
import java.time.Instant;
import java.util.Optional;

/** One connection as JSON shows it, with what its start and its end are known by. */
record CycleJson(
    String roomSid,
    String participantSid,
    String person,
    String identity,
    String name,
    ParticipantKind kind,
    boolean counts,
    boolean open,
    BoundaryJson start,
    BoundaryJson end,
    Optional<DisconnectReason> reason) {

  /** A start or an end. */
  record BoundaryJson(Instant earliest, Instant best, Instant latest, Evidence evidence) {

    static BoundaryJson of(Boundary boundary) {
      return new BoundaryJson(
          boundary.earliest(), boundary.best(), boundary.latest(), boundary.evidence());
    }
  }

  /** A connection that never came up. */
  record AttemptJson(
      String roomSid,
      String participantSid,
      String person,
      String identity,
      String name,
      Instant at,
      Optional<DisconnectReason> reason) {

    static AttemptJson of(PersonAttempt attempt) {
      return new AttemptJson(
          attempt.attempt().id().roomSid(),
          attempt.attempt().id().participantSid(),
          attempt.person().value(),
          attempt.attempt().profile().identity(),
          attempt.attempt().profile().name(),
          attempt.attempt().at(),
          attempt.attempt().reason());
    }
  }

  static CycleJson of(PersonCycle cycle) {
    return new CycleJson(
        cycle.cycle().id().roomSid(),
        cycle.cycle().id().participantSid(),
        cycle.person().value(),
        cycle.cycle().profile().identity(),
        cycle.cycle().profile().name(),
        cycle.cycle().profile().kind(),
        cycle.counts(),
        cycle.cycle().isOpen(),
        BoundaryJson.of(cycle.cycle().start()),
        BoundaryJson.of(cycle.cycle().end()),
        cycle.cycle().reason());
  }
}
