package dev.attendance.record;

import dev.attendance.event.FieldRules;
import dev.attendance.session.PersonId;
import dev.attendance.session.RosterEntry;
import dev.attendance.session.Session;
import dev.attendance.session.SessionId;
import dev.attendance.session.SessionPlan;
import dev.attendance.time.Interval;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a revision rests on, as far as it takes to tell why the next one differs (R23): digests and
 * counts, from which nothing personal can be read.
 *
 * @param claim a digest of what decides which room instances are the session's: window and rooms of
 *     its plan, and the windows of other plans that claim the same
 * @param plan a digest of all else in its plan
 * @param corrections a digest of all corrections that were seen, those about all sessions included
 * @param bearing a digest of those of them that bear on anybody in the session
 * @param blindSpots a digest of the times of which something may never have reached us
 * @param rooms what has come in of each room instance, in the order of {@link
 *     SessionSummary#roomSids}
 */
public record RevisionInputs(
    String claim,
    String plan,
    String corrections,
    String bearing,
    String blindSpots,
    List<RoomIntake> rooms) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if a digest is unfit by {@link FieldRules}
   */
  public RevisionInputs {
    FieldRules.text("claim digest", claim);
    FieldRules.text("plan digest", plan);
    FieldRules.text("corrections digest", corrections);
    FieldRules.text("bearing digest", bearing);
    FieldRules.text("blind spots digest", blindSpots);
    rooms = List.copyOf(rooms);
  }

  /**
   * {@return what the attendance of a session rests on}
   *
   * @param session the session with everything known of it
   * @param corrections what people decided
   * @param records what it came to
   */
  public static RevisionInputs of(
      Session session, Corrections corrections, List<AttendanceRecord> records) {
    Set<PersonId> persons =
        records.stream().map(AttendanceRecord::person).collect(Collectors.toUnmodifiableSet());
    return new RevisionInputs(
        claim(session.plan(), session.otherWindows()),
        session.plan().map(RevisionInputs::plan).orElse(""),
        digest(corrections.entries()),
        digest(corrections.entries(persons)),
        blindSpots(session),
        session.rooms().stream()
            .map(history -> new RoomIntake(history.room().sid(), history.events(), history.polls()))
            .toList());
  }

  /**
   * {@return whether a session still rests on this, corrections and blind spots aside: on the same
   * plan, and on the same events and polls of the same room instances}
   *
   * @param now the plan of the session; nothing if it is ad hoc
   * @param otherWindows the windows of other plans that claim the same instances, each once
   * @param intakes what has come in of each room instance that it claims, in any order
   */
  public boolean stillHold(
      Optional<SessionPlan> now, Collection<Interval> otherWindows, Set<RoomIntake> intakes) {
    return intakes.equals(Set.copyOf(rooms))
        && plan.equals(now.map(RevisionInputs::plan).orElse(""))
        && claim.equals(claim(now, otherWindows));
  }

  private static String digest(List<CorrectionEntry> corrections) {
    Digest digest = new Digest();
    for (CorrectionEntry entry : corrections) {
      digest
          .add(entry.correction().scope().map(SessionId::value).orElse(""))
          .add(entry.correction().header().id())
          .add(entry.withdrawal().isPresent() ? "withdrawn" : "made");
    }
    return digest.hex();
  }

  private static String blindSpots(Session session) {
    Digest digest = new Digest();
    session.blindSpots().intervals().forEach(spot -> add(spot, digest));
    return digest.hex();
  }

  private static String claim(Optional<SessionPlan> of, Collection<Interval> otherWindows) {
    Digest digest = new Digest();
    of.ifPresent(
        plan -> {
          add(plan.window(), digest);
          plan.roomNames().stream().sorted().forEach(digest::add);
          digest.add("breakouts");
          plan.breakoutRoomNames().stream().sorted().forEach(digest::add);
          digest.add("others");
        });
    otherWindows.stream()
        .sorted(Comparator.comparing(Interval::start).thenComparing(Interval::end))
        .forEach(window -> add(window, digest));
    return digest.hex();
  }

  private static String plan(SessionPlan plan) {
    Digest digest = new Digest().add(plan.title());
    plan.roster().stream()
        .sorted(Comparator.comparing(RosterEntry::person))
        .forEach(entry -> add(entry, digest));
    return digest.hex();
  }

  private static void add(RosterEntry entry, Digest digest) {
    digest.add(entry.person().value()).add(entry.name()).add(entry.email().orElse(""));
    digest.add(entry.role().name());
    digest.add(entry.enrolled().isPresent() ? "while enrolled" : "always");
    entry.enrolled().ifPresent(enrolled -> add(enrolled, digest));
  }

  private static void add(Interval window, Digest digest) {
    digest.add(window.start().toString()).add(window.end().toString());
  }
}
