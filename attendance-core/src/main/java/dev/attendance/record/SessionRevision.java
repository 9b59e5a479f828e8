package dev.attendance.record;

import dev.attendance.event.FieldRules;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was settled about a session, once. A later fact makes the next revision; none is ever
 * changed (R23).
 *
 * @param revision from 1 up, without a gap
 * @param settledAt when it was settled, by our clock
 * @param causes why it was settled, at least one; {@link RevisionCause#FIRST} alone in the first
 * @param inputs what it rests on
 * @param summary the session
 * @param records one for each person, in the order of their ids
 */
public record SessionRevision(
    int revision,
    Instant settledAt,
    Set<RevisionCause> causes,
    RevisionInputs inputs,
    SessionSummary summary,
    List<AttendanceRecord> records) {

  /**
   * Cuts the instant to the millisecond and copies the collections.
   *
   * @throws IllegalArgumentException if the number is below 1, the instant out of the range of
   *     {@link FieldRules}, there is no cause, or the inputs are of other rooms than the summary's
   */
  public SessionRevision {
    if (revision < 1) {
      throw new IllegalArgumentException("revision: must be at least 1, was " + revision);
    }
    if (causes.isEmpty()) {
      throw new IllegalArgumentException("revision causes: must be at least one");
    }
    if (!inputs.rooms().stream().map(RoomIntake::roomSid).toList().equals(summary.roomSids())) {
      throw new IllegalArgumentException("revision inputs: must be of the rooms of the summary");
    }
    settledAt = FieldRules.instant("settledAt", settledAt);
    causes = Collections.unmodifiableSet(EnumSet.copyOf(causes));
    records = List.copyOf(records);
  }

  /**
   * {@return the first revision of a session}
   *
   * @param settledAt when it was settled, by our clock
   * @param inputs what it rests on
   * @param summary the session
   * @param records one for each person, in the order of their ids
   */
  public static SessionRevision first(
      Instant settledAt,
      RevisionInputs inputs,
      SessionSummary summary,
      List<AttendanceRecord> records) {
    return new SessionRevision(1, settledAt, RevisionCause.OF_THE_FIRST, inputs, summary, records);
  }

  /**
   * {@return the revision that follows this one} Its causes are what both rest on differently.
   *
   * @param at when it was settled, by our clock
   * @param rests what it rests on
   * @param about the session
   * @param of one record for each person, in the order of their ids
   */
  public SessionRevision next(
      Instant at, RevisionInputs rests, SessionSummary about, List<AttendanceRecord> of) {
    return new SessionRevision(
        revision + 1,
        at,
        RevisionCause.between(summary.policy(), inputs, about.policy(), rests),
        rests,
        about,
        of);
  }

  /**
   * {@return whether this says just that about the session} Number, time, causes and inputs are
   * left out.
   *
   * @param about the session
   * @param of the records
   */
  public boolean says(SessionSummary about, List<AttendanceRecord> of) {
    return summary.equals(about) && records.equals(of);
  }
}
