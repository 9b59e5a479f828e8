package dev.attendance;

import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionEntry;
import dev.attendance.record.CorrectionKind;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.Corrections;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.record.SessionAttendance;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.Session;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses corrections that cannot be meant: of persons that nobody knows in the session, of nothing
 * that could be withdrawn, of people who are one already. Messages hold no id: they are personal.
 */
final class CorrectionCheck {

  private final Corrections known;

  /** Against the corrections there are, those about all sessions included. */
  CorrectionCheck(Corrections known) {
    this.known = known;
  }

  /** Whether it is there already, by its id. */
  boolean isKnown(Correction correction) {
    return known.entries().stream()
        .map(CorrectionEntry::correction)
        .filter(other -> other.scope().equals(correction.scope()))
        .anyMatch(other -> other.header().id().equals(correction.header().id()));
  }

  void check(CorrectionWithdrawn withdrawal) {
    boolean isThere =
        known.entries().stream()
            .map(CorrectionEntry::correction)
            .filter(other -> other.kind() != CorrectionKind.CORRECTION_WITHDRAWN)
            .filter(other -> other.scope().equals(withdrawal.scope()))
            .anyMatch(other -> other.header().id().equals(withdrawal.correction()));
    if (!isThere) {
      throw new IllegalArgumentException(
          "withdrawn correction id: names no correction of that session that could be withdrawn;"
              + " Attendance.corrections lists them");
    }
  }

  void check(PersonsMerged merge) {
    if (known.person(merge.from()).equals(known.person(merge.into()))) {
      throw new IllegalArgumentException(
          "correction into: is one person already with the one that is merged; withdraw the merges"
              + " between them first");
    }
  }

  /** The persons of a correction of one session. */
  void check(Correction correction, Session session, SessionAttendance attendance) {
    Set<PersonId> people = people(session, attendance);
    // Where there is no roster, anybody may have been there unseen, on another's device for
    // example.
    boolean isOpenToAll = session.plan().map(plan -> plan.roster().isEmpty()).orElse(true);
    if (correction instanceof PresenceAdded added && !isOpenToAll) {
      require("correction person", added.person(), people);
    } else if (correction instanceof PresenceRemoved removed) {
      require("correction person", removed.person(), people);
    } else if (correction instanceof PresenceMoved moved) {
      require("correction from", moved.from(), people);
      if (!isOpenToAll) {
        require("correction to", moved.to(), people);
      }
    } else if (correction instanceof StatusSet set) {
      require("correction person", set.person(), people);
    }
  }

  private void require(String field, PersonId person, Set<PersonId> people) {
    if (!people.contains(known.person(person))) {
      throw new IllegalArgumentException(
          field
              + ": is neither on the session's roster nor has a record in it; put the person on the"
              + " roster, or name the one that is meant");
    }
  }

  /** Who is on the roster, came, or tried to. */
  Set<PersonId> people(Session session, SessionAttendance attendance) {
    Set<PersonId> people = new HashSet<>();
    session.plan().stream()
        .flatMap(plan -> plan.roster().stream())
        .forEach(entry -> people.add(known.person(entry.person())));
    attendance.records().forEach(record -> people.add(record.person()));
    attendance.attempts().forEach(attempt -> people.add(attempt.person()));
    return people;
  }
}
