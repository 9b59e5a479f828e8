package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.session.Session;
import dev.attendance.time.IntervalSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The window that presence is measured against, as far as it is known (R13, R20). A planned one is
 * known exactly; one that people make by being there is as uncertain as their presence.
 */
final class Window {

  private final Presence extent;
  private final IntervalSet sharedPossibly;
  private final Predicate<PersonId> makers;

  private Window(Presence extent, IntervalSet sharedPossibly, Predicate<PersonId> makers) {
    this.extent = extent;
    this.sharedPossibly = sharedPossibly;
    this.makers = makers;
  }

  static Window of(
      Session session,
      AttendancePolicy policy,
      ExpectedPersons expected,
      Collection<PersonPresence> counted) {
    Optional<IntervalSet> scheduled = session.plan().map(plan -> IntervalSet.of(plan.window()));
    if (scheduled.isPresent() && policy.denominator() == Denominator.SCHEDULED) {
      IntervalSet exactly = scheduled.get();
      return new Window(
          new Presence(exactly, exactly, exactly), IntervalSet.empty(), person -> false);
    }
    Predicate<PersonId> makers =
        policy.denominator() == Denominator.HOST_PRESENT ? expected::isHost : person -> true;
    List<Presence> made = new ArrayList<>(counted.size() + 1);
    for (PersonPresence theirs : counted) {
      if (makers.test(theirs.person())) {
        made.add(theirs.presence());
      }
    }
    if (policy.denominator() != Denominator.HOST_PRESENT && !session.blindSpots().isEmpty()) {
      // Somebody of whom nobody ever heard (R21).
      made.add(Presence.of(List.of()).orUnseen(session.blindSpots()));
    }
    Presence anybody =
        new Presence(
            together(1, made, Presence::certain),
            together(1, made, Presence::best),
            together(1, made, Presence::possible));
    IntervalSet shared = together(2, made, Presence::possible);
    return scheduled
        .map(plan -> new Window(anybody.within(plan), shared.intersection(plan), makers))
        .orElseGet(() -> new Window(anybody, shared, makers));
  }

  private static IntervalSet together(
      int depth, List<Presence> presences, Function<Presence, IntervalSet> which) {
    return IntervalSet.inAtLeast(depth, presences.stream().map(which).toList());
  }

  /** For certain, at best and possibly. */
  Presence extent() {
    return extent;
  }

  boolean isExact() {
    return extent.certain().equals(extent.possible());
  }

  /** What may or may not belong to it. */
  IntervalSet inDoubt() {
    return extent.possible().difference(extent.certain());
  }

  /**
   * How long it is where a person's share of it is smallest: the person was there for no longer
   * than is certain, and whoever else makes it did so for as long as possible whenever the person
   * was away.
   *
   * <p>The person's own doubtful time never makes the share smaller, for what it adds to the window
   * it adds to the presence as well.
   *
   * @param own the person's presence
   * @param certainly the person's certain presence, with gaps bridged
   */
  Duration longestFor(PersonPresence own, IntervalSet certainly) {
    IntervalSet others =
        makers.test(own.person())
            ? extent.possible().difference(own.presence().possible()).union(sharedPossibly)
            : extent.possible();
    return extent.certain().union(others.difference(certainly)).duration();
  }

  /**
   * How long it is where a person's share of it is largest: the person was there for as long as
   * possible, and whoever else makes it did so beyond what is certain only when the person was
   * there too.
   *
   * @param possibly the person's possible presence, with gaps bridged
   */
  Duration shortestFor(IntervalSet possibly) {
    return extent.certain().union(extent.possible().intersection(possibly)).duration();
  }
}
