package dev.attendance.report;

import dev.attendance.cycle.ParticipantFilter;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.record.PersonAttempt;
import dev.attendance.record.PersonCycle;
import dev.attendance.record.SessionAttendance;
import dev.attendance.session.PersonId;
import dev.attendance.time.Interval;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An identity that came, or tried to, and stands for nobody on the roster. */
final class UnmatchedIdentity {

  private final PersonId person;
  private final List<Interval> stays = new ArrayList<>();
  private final List<Instant> instants = new ArrayList<>();
  private final ParticipantProfile profile;
  private int attempts;

  private UnmatchedIdentity(PersonId person, ParticipantProfile profile) {
    this.person = person;
    this.profile = profile;
  }

  private record Key(String identity, PersonId person) {}

  /** By identity. Others than people try to connect too: of those no attempt is told. */
  static List<UnmatchedIdentity> of(SessionAttendance attendance) {
    Set<PersonId> expected = attendance.expected().keySet();
    Map<Key, UnmatchedIdentity> found =
        new TreeMap<>(Comparator.comparing(Key::identity).thenComparing(Key::person));
    for (PersonCycle cycle : attendance.cycles()) {
      if (cycle.counts() && !expected.contains(cycle.person())) {
        of(found, cycle.person(), cycle.cycle().profile()).add(cycle.cycle().best());
      }
    }
    for (PersonAttempt attempt : attendance.attempts()) {
      ParticipantProfile profile = attempt.attempt().profile();
      if (ParticipantFilter.PEOPLE.counts(profile) && !expected.contains(attempt.person())) {
        of(found, attempt.person(), profile).add(attempt.attempt().at());
      }
    }
    return List.copyOf(found.values());
  }

  private static UnmatchedIdentity of(
      Map<Key, UnmatchedIdentity> found, PersonId person, ParticipantProfile profile) {
    return found.computeIfAbsent(
        new Key(profile.identity(), person), key -> new UnmatchedIdentity(person, profile));
  }

  private void add(Interval stay) {
    stays.add(stay);
    instants.add(stay.start());
    instants.add(stay.end());
  }

  private void add(Instant attempt) {
    attempts++;
    instants.add(attempt);
  }

  PersonId person() {
    return person;
  }

  ParticipantProfile profile() {
    return profile;
  }

  Instant first() {
    return Collections.min(instants);
  }

  Instant last() {
    return Collections.max(instants);
  }

  int attempts() {
    return attempts;
  }

  /** How long it was there, inside and outside the window. */
  Duration time() {
    return IntervalSet.unionOf(stays).duration();
  }
}
