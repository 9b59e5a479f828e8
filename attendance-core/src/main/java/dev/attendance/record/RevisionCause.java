package dev.attendance.record;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Why a session was settled, or settled anew (R23): in what its revision rests on it differs from
 * the one before. Names are part of the stored format.
 */
public enum RevisionCause {
  /** It is the first revision. */
  FIRST,
  /** Events of the source have come since. */
  LATE_EVENT,
  /** The server was asked who is there, and its answers have come since. */
  POLL,
  /** Another time is known of which something may never have reached us (R21). */
  BLIND_SPOT,
  /** A person has corrected something, or withdrawn a correction. */
  CORRECTION,
  /** The session's plan, or one that claims the same rooms, was added, changed or taken away. */
  PLAN_CHANGE,
  /**
   * It is measured by another policy; or none of the above holds, so that it is the rules
   * themselves that changed: a setting of the policy, who counts, whom participants stand for, the
   * library.
   */
  POLICY;

  /** Why the first revision is there. */
  public static final Set<RevisionCause> OF_THE_FIRST =
      Collections.unmodifiableSet(EnumSet.of(FIRST));

  /**
   * {@return why a revision follows another one, at least one cause} All that came in between is
   * named, for what of it made the difference cannot be told apart.
   *
   * @param before the policy of the revision before
   * @param rested what that rested on
   * @param after the policy of the next one
   * @param rests what this rests on
   */
  static Set<RevisionCause> between(
      PolicyId before, RevisionInputs rested, PolicyId after, RevisionInputs rests) {
    EnumSet<RevisionCause> causes = EnumSet.noneOf(RevisionCause.class);
    boolean sameClaim = rested.claim().equals(rests.claim());
    if (!sameClaim || !rested.plan().equals(rests.plan())) {
      causes.add(PLAN_CHANGE);
    }
    addWhatCameIn(rested, rests, sameClaim, causes);
    if (!rested.blindSpots().equals(rests.blindSpots())) {
      causes.add(BLIND_SPOT);
    }
    // Made since, and about somebody who is in it: a merge of others anywhere is no reason.
    if (!rested.corrections().equals(rests.corrections())
        && !rested.bearing().equals(rests.bearing())) {
      causes.add(CORRECTION);
    }
    if (!before.equals(after) || causes.isEmpty()) {
      causes.add(POLICY);
    }
    return Collections.unmodifiableSet(causes);
  }

  /**
   * A room that is claimed only now, or no longer, is the plans' doing if they claim others now.
   */
  private static void addWhatCameIn(
      RevisionInputs rested,
      RevisionInputs rests,
      boolean sameClaim,
      EnumSet<RevisionCause> causes) {
    Map<String, RoomIntake> known = new HashMap<>();
    rested.rooms().forEach(room -> known.put(room.roomSid(), room));
    for (RoomIntake room : rests.rooms()) {
      RoomIntake earlier = known.remove(room.roomSid());
      if (earlier == null && sameClaim) {
        earlier = new RoomIntake(room.roomSid(), 0, 0);
      }
      if (earlier != null && earlier.events() != room.events()) {
        causes.add(LATE_EVENT);
      }
      if (earlier != null && earlier.polls() != room.polls()) {
        causes.add(POLL);
      }
    }
    if (sameClaim && !known.isEmpty()) {
      causes.add(LATE_EVENT);
    }
  }
}
