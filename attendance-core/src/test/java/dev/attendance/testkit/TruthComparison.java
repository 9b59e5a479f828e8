package dev.attendance.testkit;

import dev.attendance.testkit.GroundTruth.Ending;
import dev.attendance.testkit.GroundTruth.Person;
import dev.attendance.testkit.GroundTruth.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares computed attendance with what the clients recorded themselves. Joins and polite leaves
 * must be right to the second. A connection that was lost must be reported as lost, with bounds
 * that hold the truth and no further from it than the server's detection of lost connections.
 */
public final class TruthComparison {

  /** How exact LiveKit's reports of joins and leaves are. */
  public static final Duration EXACTNESS = Duration.ofSeconds(1);

  /** How long LiveKit takes at the most to notice a lost connection. */
  public static final Duration DETECTION = Duration.ofSeconds(22);

  /** What a client notes just after the server, or a poll of its process, may lag so much. */
  private static final Duration NOTE_LAG = Duration.ofMillis(250);

  private TruthComparison() {}

  /**
   * A connection as it was computed.
   *
   * @param evidence the name of the {@code Evidence} of its end
   */
  public record Computed(
      String identity,
      String sid,
      Instant start,
      Instant endEarliest,
      Instant end,
      Instant endLatest,
      String evidence) {}

  /** {@return what is wrong, a sentence each; empty if nothing is} */
  public static List<String> differences(GroundTruth truth, List<Computed> computed) {
    List<String> differences = new ArrayList<>();
    Map<String, Computed> bySid =
        computed.stream().collect(Collectors.toMap(Computed::sid, Function.identity()));
    for (Person person : truth.people()) {
      for (Stay stay : person.stays()) {
        Computed found = bySid.remove(stay.sid());
        String who = person.identity() + " " + stay.sid() + " (" + stay.ending() + "): ";
        if (found == null) {
          differences.add(who + "was not computed at all");
        } else {
          if (!found.identity().equals(person.identity())) {
            differences.add(who + "was computed as " + found.identity());
          }
          checkStart(stay, found, who, differences);
          checkEnd(stay, found, who, differences);
        }
      }
    }
    bySid.values().forEach(extra -> differences.add(extra + " is nobody's"));
    return List.copyOf(differences);
  }

  private static void checkStart(Stay stay, Computed found, String who, List<String> differences) {
    if (apart(found.start(), stay.connectedAt()).compareTo(EXACTNESS) > 0) {
      differences.add(who + "joined " + stay.connectedAt() + ", computed " + found.start());
    }
  }

  private static void checkEnd(Stay stay, Computed found, String who, List<String> differences) {
    boolean lost = stay.ending() == Ending.KILLED || stay.ending() == Ending.LOST;
    Instant truth = lost || stay.ending() == Ending.LEFT ? stay.leavingAt() : stay.disconnectedAt();
    Duration allowed = lost ? DETECTION : EXACTNESS;
    if (apart(found.end(), truth).compareTo(allowed) > 0) {
      differences.add(who + "left " + truth + ", computed " + found.end());
    }
    if (truth.plus(NOTE_LAG).isBefore(found.endEarliest())
        || truth.minus(NOTE_LAG).isAfter(found.endLatest())) {
      differences.add(
          who
              + "left "
              + truth
              + ", outside of "
              + found.endEarliest()
              + " to "
              + found.endLatest());
    }
    if (lost != found.evidence().equals("CONNECTION_LOST")) {
      differences.add(who + "the end is said to be known by " + found.evidence());
    }
  }

  private static Duration apart(Instant one, Instant other) {
    return Duration.between(one, other).abs();
  }
}
