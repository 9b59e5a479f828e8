package dev.attendance.rules;

import dev.attendance.cycle.Cycle;
import dev.attendance.record.Correction;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.record.StatusSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Promise 6 on tables: who is who, when each person was there and where that is denied, and what
 * was decided. A person is an identity.
 */
final class CorrectionOracle {

  private final List<Correction> inForce;
  private final List<PersonsMerged> merges = new ArrayList<>();
  private final Map<String, PresenceTable> presence = new TreeMap<>();
  private final Map<String, PresenceTable> byTheFacts = new HashMap<>();
  private final Map<String, BitSet> denied = new HashMap<>();
  private final Set<String> corrected = new HashSet<>();

  CorrectionOracle(List<Correction> corrections, List<Cycle> counted) {
    inForce =
        corrections.stream()
            .filter(correction -> corrections.stream().noneMatch(by -> withdraws(by, correction)))
            .sorted(
                Comparator.<Correction, java.time.Instant>comparing(c -> c.header().madeAt())
                    .thenComparing(c -> c.header().id()))
            .toList();
    inForce.forEach(this::follow);
    Map<String, List<Cycle>> cycles = new HashMap<>();
    for (Cycle cycle : counted) {
      cycles
          .computeIfAbsent(who(cycle.profile().identity()), person -> new ArrayList<>())
          .add(cycle);
    }
    cycles.forEach((person, theirs) -> presence.put(person, PresenceTable.of(theirs)));
    cycles.forEach((person, theirs) -> byTheFacts.put(person, PresenceTable.of(theirs)));
    inForce.forEach(this::apply);
  }

  private static boolean withdraws(Correction by, Correction correction) {
    return by instanceof CorrectionWithdrawn withdrawal
        && !(correction instanceof CorrectionWithdrawn)
        && withdrawal.correction().equals(correction.header().id())
        && withdrawal.scope().equals(correction.scope());
  }

  /** One merge for each person, the last one; none that leads round. */
  private void follow(Correction correction) {
    if (correction instanceof PersonsMerged merge) {
      List<PersonsMerged> tried = new ArrayList<>(merges);
      tried.removeIf(other -> other.from().equals(merge.from()));
      tried.add(merge);
      String walker = merge.from().value();
      for (int step = 0; step < 100; step++) {
        walker = next(tried, walker).orElse(walker);
      }
      if (next(tried, walker).isEmpty()) {
        merges.clear();
        merges.addAll(tried);
      }
    }
  }

  private static Optional<String> next(List<PersonsMerged> merges, String person) {
    return merges.stream()
        .filter(merge -> merge.from().value().equals(person))
        .map(merge -> merge.into().value())
        .findFirst();
  }

  String who(String person) {
    Optional<String> next = next(merges, person);
    return next.isPresent() ? who(next.get()) : person;
  }

  private void apply(Correction correction) {
    if (correction instanceof PresenceAdded added) {
      BitSet time = PresenceTable.cells(added.interval());
      give(who(added.person().value()), new PresenceTable(time, time, time));
    } else if (correction instanceof PresenceRemoved removed) {
      take(who(removed.person().value()), PresenceTable.cells(removed.interval()));
    } else if (correction instanceof PresenceMoved moved) {
      String from = who(moved.from().value());
      String to = who(moved.to().value());
      of(from);
      of(to);
      if (!from.equals(to)) {
        BitSet time = PresenceTable.cells(moved.interval());
        give(to, of(from).within(time));
        take(from, time);
      }
    }
  }

  private PresenceTable of(String person) {
    denied.computeIfAbsent(person, nobody -> new BitSet());
    return presence.computeIfAbsent(person, nobody -> PresenceTable.of(List.of()));
  }

  private void give(String person, PresenceTable time) {
    corrected.add(person);
    PresenceTable theirs = of(person);
    theirs.certain().or(time.certain());
    theirs.best().or(time.best());
    theirs.possible().or(time.possible());
    denied.get(person).andNot(time.possible());
  }

  private void take(String person, BitSet time) {
    corrected.add(person);
    PresenceTable theirs = of(person);
    theirs.certain().andNot(time);
    theirs.best().andNot(time);
    theirs.possible().andNot(time);
    denied.get(person).or(time);
  }

  /** When each person was there who came or whose presence was corrected. */
  Map<String, PresenceTable> presence() {
    return presence;
  }

  boolean isCorrected(String person) {
    return corrected.contains(person);
  }

  PresenceTable byTheFacts(String person) {
    return byTheFacts.getOrDefault(person, PresenceTable.of(List.of()));
  }

  PresenceTable bridged(String person, int graceMillis) {
    PresenceTable bridged =
        presence.getOrDefault(person, PresenceTable.of(List.of())).bridged(graceMillis);
    BitSet not = denied.getOrDefault(person, new BitSet());
    bridged.certain().andNot(not);
    bridged.best().andNot(not);
    bridged.possible().andNot(not);
    return bridged;
  }

  /** The last decision on each person's status. */
  Map<String, StatusSet> decisions() {
    Map<String, StatusSet> decisions = new TreeMap<>();
    for (Correction correction : inForce) {
      if (correction instanceof StatusSet set) {
        decisions.put(who(set.person().value()), set);
      }
    }
    return decisions;
  }
}
