package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionState;
import dev.attendance.time.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the records of a session: one for each person who came, was expected or corrected. */
final class RecordWriter {

  private final Corrections corrections;
  private final AttendancePolicy policy;
  private final SessionSummary summary;
  private final Window window;
  private final Optional<Instant> windowStart;
  private final Optional<Instant> windowEnd;
  private final SessionCycles cycles;
  private final ExpectedPersons expected;
  private final TookPlace tookPlace;
  private final Map<PersonId, Long> attempts;
  private final StatusRule status;
  private final TimeTogether together;
  private final PublishedMedia media;

  RecordWriter(
      Session session,
      Corrections corrections,
      AttendancePolicy policy,
      SessionSummary summary,
      ExpectedPersons expected,
      Window window,
      TookPlace tookPlace,
      SessionCycles cycles,
      TimeTogether together) {
    this.corrections = corrections;
    this.policy = policy;
    this.summary = summary;
    this.window = window;
    this.windowStart = window.extent().best().start();
    this.windowEnd = window.extent().best().end();
    this.cycles = cycles;
    this.expected = expected;
    this.tookPlace = tookPlace;
    this.attempts =
        cycles.attempts().stream()
            .collect(Collectors.groupingBy(PersonAttempt::person, Collectors.counting()));
    this.status = new StatusRule(policy, window, summary.state(), tookPlace);
    this.together = together;
    this.media = PublishedMedia.of(session, cycles.cycles(), window.extent().best());
  }

  /**
   * In the order of the persons' ids. A session that did not take place marks nobody absent (R18);
   * one of which that is in doubt lists whom it may have been missed by (R20). Whose status a
   * person decided has a record in any case.
   */
  List<AttendanceRecord> records() {
    List<PersonPresence> everybody = new ArrayList<>(cycles.counted());
    Set<PersonId> others = new HashSet<>(corrections.decided());
    if (tookPlace.possible() || summary.state() != SessionState.ENDED) {
      others.addAll(expected.persons());
    }
    others.stream()
        .filter(person -> !cycles.counts(person))
        .forEach(person -> everybody.add(cycles.of(person)));
    List<AttendanceRecord> records = new ArrayList<>(everybody.size());
    for (PersonPresence theirs : ByPerson.sorted(everybody)) {
      records.add(record(theirs));
    }
    return records;
  }

  private AttendanceRecord record(PersonPresence theirs) {
    PersonId person = theirs.person();
    Presence presence = theirs.presence();
    Presence inside = theirs.inside(window);
    Presence bridgedAnywhere = theirs.bridged(policy.reconnectGrace());
    // Mostly nothing is bridged and nothing cut off, and the three are one.
    Presence bridged =
        bridgedAnywhere.equals(presence) ? inside : bridgedAnywhere.within(window.extent());
    Bounds unclippedDuration = presence.duration();
    Bounds insideDuration = inside.equals(presence) ? unclippedDuration : inside.duration();
    Bounds bridgedDuration = bridged.equals(inside) ? insideDuration : bridged.duration();
    Optional<RosterEntry> entry = expected.entry(person);
    AttendanceStatus computed =
        status.status(theirs, bridgedAnywhere, bridgedDuration, entry.isPresent());
    Optional<StatusSet> decision = corrections.decision(person);
    Duration lateBy = distance(windowStart, inside.best().start());
    Duration leftEarlyBy = distance(inside.best().end(), windowEnd);
    return new AttendanceRecord(
        person,
        entry.map(RosterEntry::name).orElseGet(theirs::displayName),
        entry.flatMap(RosterEntry::email),
        entry.map(RosterEntry::role).orElse(Role.PARTICIPANT),
        entry.isPresent(),
        decision.map(StatusSet::status).orElse(computed),
        computed,
        decision.map(StatusSet::decision),
        insideDuration,
        summary.window(),
        bridgedDuration,
        unclippedDuration,
        theirs
            .uncorrected()
            .map(
                facts -> facts.bridged(policy.reconnectGrace()).within(window.extent()).duration()),
        theirs.firstJoin(),
        theirs.lastLeave(),
        lateBy,
        leftEarlyBy,
        lateBy.compareTo(policy.lateAfter()) > 0,
        status.isOver() && leftEarlyBy.compareTo(policy.leftEarlyBefore()) > 0,
        TimeTogether.longestGap(inside.best(), window.extent().best()),
        theirs.cycles(),
        theirs.devices(),
        attempts.getOrDefault(person, 0L).intValue(),
        together.company(person, inside.best()),
        media.of(person));
  }

  private static Duration distance(Optional<Instant> from, Optional<Instant> to) {
    return from.isPresent() && to.isPresent() && to.get().isAfter(from.get())
        ? Duration.between(from.get(), to.get())
        : Duration.ZERO;
  }
}
