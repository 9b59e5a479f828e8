package dev.attendance.cycle;

import static dev.attendance.cycle.CycleFacts.ABSENT;
import static dev.attendance.cycle.CycleFacts.first;

import dev.attendance.event.FieldRules;
import dev.attendance.event.Track;
import dev.attendance.event.TrackSource;
import java.util.Comparator;

/**
 * All that is known of one track of one cycle (R9). Merges like {@link CycleFacts}, and like there
 * instants are milliseconds since the epoch, {@value CycleFacts#ABSENT} where there is none.
 *
 * @param cycle the connection that published it; with the track's sid its key
 * @param trackSid the track
 * @param source where the medium comes from; of several that were told, the one whose name sorts
 *     first, so that a known one is preferred to {@code UNKNOWN} and that to {@code UNRECOGNIZED}
 * @param publishedAt the first time it was published
 * @param unpublishedAt the first time it ended
 */
public record TrackFacts(
    CycleId cycle, String trackSid, TrackSource source, long publishedAt, long unpublishedAt) {

  /** By cycle, then by the track's sid: two facts about the same track are equal by it. */
  public static final Comparator<TrackFacts> BY_KEY =
      Comparator.comparing(TrackFacts::cycle).thenComparing(TrackFacts::trackSid);

  /**
   * Checks sid and instants.
   *
   * @throws IllegalArgumentException if the sid is unfit, or an instant is neither absent nor in
   *     the range of {@link FieldRules}
   */
  public TrackFacts {
    FieldRules.id("track sid", trackSid);
    CycleFacts.check("publishedAt", publishedAt);
    CycleFacts.check("unpublishedAt", unpublishedAt);
  }

  static TrackFacts published(CycleId cycle, Track track, long at) {
    return new TrackFacts(cycle, track.sid(), track.source(), at, ABSENT);
  }

  static TrackFacts unpublished(CycleId cycle, Track track, long at) {
    return new TrackFacts(cycle, track.sid(), track.source(), ABSENT, at);
  }

  /**
   * {@return what both know together}
   *
   * @param other facts of the same track of the same cycle
   * @throws IllegalArgumentException if {@code other} is about another one
   */
  public TrackFacts merge(TrackFacts other) {
    if (BY_KEY.compare(this, other) != 0) {
      throw new IllegalArgumentException(
          "cannot merge facts of " + trackSid + " and " + other.trackSid);
    }
    return new TrackFacts(
        cycle,
        trackSid,
        source.name().compareTo(other.source.name()) <= 0 ? source : other.source,
        first(publishedAt, other.publishedAt),
        first(unpublishedAt, other.unpublishedAt));
  }
}
