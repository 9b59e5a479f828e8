package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionState;
import dev.attendance.time.Bounds;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final IntervalSet window;
  private final Optional<Instant> windowStart;
  private final Optional<Instant> windowEnd;
  private final SessionCycles cycles;
  private final Map<PersonId, RosterEntry> expected;
  private final Map<PersonId, Long> attempts;
  private final StatusRule status;
  private final TimeTogether together;
  private final PublishedMedia media;

  RecordWriter(
      Session session,
      Corrections corrections,
      AttendancePolicy policy,
      SessionSummary summary,
      IntervalSet window,
      SessionCycles cycles,
      TimeTogether together) {
    this.corrections = corrections;
    this.policy = policy;
    this.summary = summary;
    this.window = window;
    this.windowStart = window.start();
    this.windowEnd = window.end();
    this.cycles = cycles;
    this.expected = ExpectedPersons.of(session, corrections);
    this.attempts =
        cycles.attempts().stream()
            .collect(Collectors.groupingBy(PersonAttempt::person, Collectors.counting()));
    this.status = new StatusRule(summary, policy);
    this.together = together;
    this.media = PublishedMedia.of(session, cycles.cycles(), window);
  }

  /**
   * In the order of the persons' ids. A session that did not take place marks nobody absent (R18).
   * Whose status a person decided has a record in any case.
   */
  List<AttendanceRecord> records() {
    List<PersonPresence> everybody = new ArrayList<>(cycles.counted());
    Set<PersonId> others = new HashSet<>(corrections.decided());
    if (summary.tookPlace() || summary.state() != SessionState.ENDED) {
      others.addAll(expected.keySet());
    }
    others.stream()
        .filter(person -> !cycles.counts(person))
        .forEach(person -> everybody.add(cycles.of(person)));
    everybody.sort(Comparator.comparing(PersonPresence::person));
    List<AttendanceRecord> records = new ArrayList<>(everybody.size());
    for (PersonPresence theirs : everybody) {
      records.add(record(theirs));
    }
    return records;
  }

  private AttendanceRecord record(PersonPresence theirs) {
    PersonId person = theirs.person();
    Presence presence = theirs.presence();
    Presence inside = presence.within(window);
    Presence bridged = theirs.bridged(policy.reconnectGrace()).within(window);
    // Mostly nothing is bridged and nothing cut off, and the three are one.
    Bounds unclippedDuration = presence.duration();
    Bounds insideDuration = inside.equals(presence) ? unclippedDuration : inside.duration();
    Bounds bridgedDuration = bridged.equals(inside) ? insideDuration : bridged.duration();
    Optional<RosterEntry> entry = Optional.ofNullable(expected.get(person));
    AttendanceStatus computed = status.status(bridgedDuration, entry.isPresent());
    Optional<StatusSet> decision = corrections.decision(person);
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
            .map(facts -> facts.bridged(policy.reconnectGrace()).within(window).duration()),
        theirs.firstJoin(),
        theirs.lastLeave(),
        distance(windowStart, inside.best().start()),
        distance(inside.best().end(), windowEnd),
        false,
        false,
        TimeTogether.longestGap(inside.best(), window),
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
