package dev.attendance.report;

import dev.attendance.record.AttendanceRecord;
import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.Company;
import dev.attendance.record.MediaTime;
import dev.attendance.record.StatusDecision;
import dev.attendance.session.PersonId;
import dev.attendance.session.Role;
import dev.attendance.time.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A record for examples: of somebody who was expected and never came, until told otherwise. */
final class Somebody {

  private final String person;
  private String name;
  private String email = "";
  private Role role = Role.PARTICIPANT;
  private boolean expected = true;
  private AttendanceStatus status = AttendanceStatus.ABSENT;
  private Optional<AttendanceStatus> computed = Optional.empty();
  private Optional<StatusDecision> decision = Optional.empty();
  private Bounds presence = Bounds.ZERO;
  private Bounds unclipped = Bounds.ZERO;
  private Duration window = Duration.ofHours(1);
  private Optional<Bounds> uncorrected = Optional.empty();
  private Optional<Instant> join = Optional.empty();
  private Duration late = Duration.ZERO;
  private Duration early = Duration.ZERO;
  private int cycles;
  private int attempts;

  private Somebody(String person) {
    this.person = person;
    this.name = person;
  }

  static Somebody called(String person) {
    return new Somebody(person);
  }

  Somebody named(String other) {
    name = other;
    return this;
  }

  Somebody email(String address) {
    email = address;
    return this;
  }

  Somebody host() {
    role = Role.HOST;
    return this;
  }

  Somebody guest() {
    expected = false;
    return this;
  }

  Somebody is(AttendanceStatus what) {
    status = what;
    return this;
  }

  Somebody decided(AttendanceStatus instead, String by, String reason) {
    decision =
        Optional.of(new StatusDecision("c1", by, Instant.parse("2026-07-02T06:00:00Z"), reason));
    computed = Optional.of(status);
    status = instead;
    return this;
  }

  Somebody there(Duration time) {
    return there(Bounds.exactly(time));
  }

  Somebody there(Bounds time) {
    presence = time;
    unclipped = time;
    cycles = 1;
    join = Optional.of(Instant.parse("2026-07-01T08:00:00Z"));
    return this;
  }

  /** There, but never inside the window. */
  Somebody outside(Duration time) {
    unclipped = Bounds.exactly(time);
    cycles = 1;
    return this;
  }

  Somebody of(Duration length) {
    window = length;
    return this;
  }

  Somebody uncorrected(Duration time) {
    uncorrected = Optional.of(Bounds.exactly(time));
    return this;
  }

  Somebody lateBy(Duration time) {
    late = time;
    return this;
  }

  Somebody leftEarlyBy(Duration time) {
    early = time;
    return this;
  }

  Somebody attempts(int count) {
    attempts = count;
    return this;
  }

  AttendanceRecord record() {
    return new AttendanceRecord(
        new PersonId(person),
        name,
        Optional.of(email).filter(address -> !address.isEmpty()),
        role,
        expected,
        status,
        computed.orElse(status),
        decision,
        presence,
        window,
        presence,
        unclipped,
        uncorrected,
        join,
        join.map(at -> at.plus(presence.best())),
        late,
        early,
        !late.isZero(),
        !early.isZero(),
        Duration.ZERO,
        cycles,
        cycles,
        attempts,
        Company.NONE,
        MediaTime.NONE);
  }
}
