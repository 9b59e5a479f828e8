package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The corrections that bear on a session, and which of them hold: a function of the set of them, in
 * whatever order they came (promise 2). Immutable; equal if made of the same corrections.
 */
public final class Corrections {

  /** No correction at all. */
  public static final Corrections NONE = new Corrections(List.of());

  private static final Comparator<Correction> ORDER =
      Correction.ORDER.thenComparing(
          correction -> correction.scope().map(SessionId::value).orElse(""));

  /** What makes a correction one and the same. */
  private record Key(Optional<SessionId> scope, String id) {}

  private final List<Correction> all;
  private final Map<Key, CorrectionWithdrawn> withdrawals = new HashMap<>();
  private final MergedPersons merged;
  private final Map<PersonId, StatusSet> decisions = new HashMap<>();
  private final List<Correction> ofPresence = new ArrayList<>();
  private @Nullable PolicyStamped stamp;

  private Corrections(List<Correction> all) {
    this.all = all;
    for (Correction correction : all) {
      if (correction instanceof CorrectionWithdrawn withdrawal) {
        withdrawals.putIfAbsent(new Key(withdrawal.scope(), withdrawal.correction()), withdrawal);
      }
    }
    List<Correction> standing =
        all.stream().filter(correction -> withdrawal(correction) == null).toList();
    merged = MergedPersons.of(standing);
    for (Correction correction : standing) {
      switch (correction.kind()) {
        case PRESENCE_ADDED, PRESENCE_REMOVED, PRESENCE_MOVED -> ofPresence.add(correction);
        case STATUS_SET -> {
          StatusSet decision = (StatusSet) correction;
          decisions.put(person(decision.person()), decision);
        }
        case POLICY_STAMPED -> stamp = later(stamp, (PolicyStamped) correction);
        case PERSONS_MERGED, CORRECTION_WITHDRAWN -> {}
      }
    }
  }

  /** A person's stamp holds in the place of the session's own, even if it was made before it. */
  private static PolicyStamped later(@Nullable PolicyStamped before, PolicyStamped next) {
    return before != null && next.isAtBeginning() ? before : next;
  }

  /**
   * {@return the corrections, resolved}
   *
   * @param corrections those of one session and those about all sessions, in any order; of several
   *     with the same id and scope one counts (R1)
   */
  public static Corrections of(Collection<? extends Correction> corrections) {
    if (corrections.isEmpty()) {
      return NONE;
    }
    Map<Key, Correction> distinct = new LinkedHashMap<>();
    corrections.stream()
        .sorted(ORDER)
        .forEach(correction -> distinct.putIfAbsent(key(correction), correction));
    return new Corrections(List.copyOf(distinct.values()));
  }

  private static Key key(Correction correction) {
    return new Key(correction.scope(), correction.header().id());
  }

  private @Nullable CorrectionWithdrawn withdrawal(Correction correction) {
    boolean forGood =
        correction instanceof CorrectionWithdrawn
            || (correction instanceof PolicyStamped stamped && stamped.isAtBeginning());
    return forGood ? null : withdrawals.get(key(correction));
  }

  /**
   * {@return who somebody is in truth: the person that the merges in force lead to, else the same}
   *
   * @param person whom the facts, a roster or a correction name
   */
  public PersonId person(PersonId person) {
    return merged.person(person);
  }

  /** {@return all corrections with where they stand, in {@link Correction#ORDER}} */
  public List<CorrectionEntry> entries() {
    return all.stream().map(this::entry).toList();
  }

  /**
   * {@return those corrections that name any of some persons, or somebody who is one of them in
   * truth, with where they stand, in {@link Correction#ORDER}} A withdrawal stands beside what it
   * withdrew.
   *
   * @param persons whom they bear on
   */
  public List<CorrectionEntry> entries(Set<PersonId> persons) {
    return all.stream()
        .filter(
            correction ->
                correction.persons().stream()
                    .anyMatch(named -> persons.contains(named) || persons.contains(person(named))))
        .map(this::entry)
        .toList();
  }

  private CorrectionEntry entry(Correction correction) {
    @Nullable CorrectionWithdrawn withdrawal = withdrawal(correction);
    CorrectionStanding standing = CorrectionStanding.IN_FORCE;
    if (withdrawal != null) {
      standing = CorrectionStanding.WITHDRAWN;
    } else if (isOverruled(correction)) {
      standing = CorrectionStanding.OVERRULED;
    }
    return new CorrectionEntry(correction, standing, Optional.ofNullable(withdrawal));
  }

  private boolean isOverruled(Correction correction) {
    return switch (correction.kind()) {
      case STATUS_SET -> !correction.equals(decisions.get(person(correction.persons().get(0))));
      case PERSONS_MERGED -> !merged.follows((PersonsMerged) correction);
      case POLICY_STAMPED -> !correction.equals(stamp);
      case PRESENCE_ADDED, PRESENCE_REMOVED, PRESENCE_MOVED, CORRECTION_WITHDRAWN -> false;
    };
  }

  /**
   * {@return everybody who has ever been one person with somebody that a merge, or the withdrawal
   * of one, is about} Merges that were withdrawn or overruled count too: what was settled while
   * they held still shows them.
   *
   * @param correction a merge, or the withdrawal of one that is among these corrections
   */
  public Set<PersonId> everMergedWith(Correction correction) {
    Set<PersonId> reached = new TreeSet<>(correction.persons());
    if (correction instanceof CorrectionWithdrawn withdrawal) {
      all.stream()
          .filter(other -> other.header().id().equals(withdrawal.correction()))
          .filter(other -> other.scope().equals(withdrawal.scope()))
          .forEach(other -> reached.addAll(other.persons()));
    }
    boolean grew = !reached.isEmpty();
    while (grew) {
      grew = false;
      for (Correction other : all) {
        if (other instanceof PersonsMerged
            && other.persons().stream().anyMatch(reached::contains)) {
          grew |= reached.addAll(other.persons());
        }
      }
    }
    return reached;
  }

  /**
   * {@return the policy that the session was stamped with; nothing if it has no stamp yet} (R17)
   */
  public Optional<AttendancePolicy> policy() {
    return Optional.ofNullable(stamp).map(PolicyStamped::policy);
  }

  /** What was decided about a person's status; nothing if nobody did. */
  Optional<StatusSet> decision(PersonId person) {
    return Optional.ofNullable(decisions.get(person));
  }

  /** Whose status was decided. */
  Set<PersonId> decided() {
    return decisions.keySet();
  }

  /** The corrections of presence in force, in the order in which they apply. */
  List<Correction> ofPresence() {
    return ofPresence;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Corrections that && all.equals(that.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  /** Shows how many there are. */
  @Override
  public String toString() {
    return "Corrections[" + all.size() + "]";
  }
}
