package dev.attendance.store.memory;

import dev.attendance.cycle.CycleStanding;
import dev.attendance.store.FoldedCycle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The cycles of one room instance, with what finds and counts them without looking at all: a fold
 * asks for that, and must not cost what the room has seen so far.
 */
final class MemoryCycles {

  private final Map<String, FoldedCycle> bySid = new HashMap<>();
  private final Map<String, Set<String>> sidsByIdentity = new HashMap<>();
  private final Set<String> withoutReportedEnd = new HashSet<>();
  private long open;

  void put(FoldedCycle cycle) {
    String participantSid = cycle.facts().id().participantSid();
    FoldedCycle previous = bySid.put(participantSid, cycle);
    if (previous != null) {
      // A later description may name another identity.
      sidsOf(previous).remove(participantSid);
      open -= isOpen(previous) ? 1 : 0;
    }
    open += isOpen(cycle) ? 1 : 0;
    sidsOf(cycle).add(participantSid);
    if (isWithoutReportedEnd(cycle)) {
      withoutReportedEnd.add(participantSid);
    } else {
      withoutReportedEnd.remove(participantSid);
    }
  }

  private Set<String> sidsOf(FoldedCycle cycle) {
    return sidsByIdentity.computeIfAbsent(
        cycle.facts().profile().identity(), identity -> new HashSet<>());
  }

  void clear() {
    bySid.clear();
    sidsByIdentity.clear();
    withoutReportedEnd.clear();
    open = 0;
  }

  /** In the order of their participant sids: sorted for who reads them all, not with every fold. */
  List<FoldedCycle> all() {
    return List.copyOf(new TreeMap<>(bySid).values());
  }

  /** Those of the connections and those of the identities. */
  Stream<FoldedCycle> of(Set<String> participantSids, Set<String> identities) {
    Set<String> wanted = new TreeSet<>(participantSids);
    identities.forEach(identity -> wanted.addAll(sidsByIdentity.getOrDefault(identity, Set.of())));
    return wanted.stream().map(bySid::get).flatMap(Stream::ofNullable);
  }

  Stream<FoldedCycle> withoutReportedEnd() {
    return withoutReportedEnd.stream().map(bySid::get).flatMap(Stream::ofNullable);
  }

  boolean hasAnyWithoutReportedEnd() {
    return !withoutReportedEnd.isEmpty();
  }

  long count(CycleStanding standing) {
    return bySid.values().stream().filter(cycle -> cycle.standing() == standing).count();
  }

  long open() {
    return open;
  }

  long inferred() {
    return withoutReportedEnd.size() - open;
  }

  private static boolean isOpen(FoldedCycle cycle) {
    return cycle.standing() == CycleStanding.OPEN;
  }

  static boolean isWithoutReportedEnd(FoldedCycle cycle) {
    return cycle.standing() == CycleStanding.OPEN || cycle.standing() == CycleStanding.INFERRED;
  }
}
