package dev.attendance.cycle;

import static dev.attendance.cycle.CycleFacts.ABSENT;

import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.event.Track;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is being learned of one cycle. Mutable, because a session of a million events would
 * otherwise make millions of objects that only the next one needs.
 *
 * <p>Whatever it learns it adds in a way that is commutative, associative and idempotent: the first
 * of some instants, the last of others, the description that was given last.
 */
final class GatheredCycle {

  private final CycleId id;

  /** The last description. */
  private @Nullable ParticipantProfile profile;

  private long profileAsOf;
  private long joinedAtMillis;
  private long joinedAtSecond;
  private long joinedEventAt;
  private @Nullable ReportedEnd left;
  private @Nullable ReportedEnd aborted;

  /** What tracks and polls tell; nothing as long as none did. */
  private @Nullable GatheredSigns signs;

  /** A cycle of which nothing is known yet. */
  GatheredCycle(CycleId id) {
    this.id = id;
  }

  /** Learns what is known already. */
  void add(CycleFacts facts) {
    describe(facts.profile(), facts.profileAsOf());
    joinedAtMillis = CycleFacts.first(joinedAtMillis, facts.joinedAtMillis());
    joinedAtSecond = CycleFacts.first(joinedAtSecond, facts.joinedAtSecond());
    joinedEventAt = CycleFacts.first(joinedEventAt, facts.joinedEventAt());
    left = earliest(left, facts.left().orElse(null));
    aborted = earliest(aborted, facts.aborted().orElse(null));
    signs().add(facts);
  }

  void joined(Participant who, long at) {
    seen(who, at);
    joinedEventAt = CycleFacts.first(joinedEventAt, at);
  }

  void left(Participant who, long at, ReportedEnd end) {
    seen(who, at);
    left = earliest(left, end);
  }

  void aborted(Participant who, long at, ReportedEnd end) {
    seen(who, at);
    aborted = earliest(aborted, end);
  }

  void listed(Participant who, long asked, long answered) {
    seen(who, asked);
    signs().listed(asked, answered);
  }

  void published(Track track, long at) {
    sending(track);
    signs().published(TrackFacts.published(id, track, at), at);
  }

  void unpublished(Track track, long at) {
    sending(track);
    signs().unpublished(TrackFacts.unpublished(id, track, at), at);
  }

  private GatheredSigns signs() {
    if (signs == null) {
      signs = new GatheredSigns();
    }
    return signs;
  }

  private void sending(Track track) {
    if (profileAsOf == ABSENT) {
      describe(ParticipantProfile.ofIdentity(track.identity()), ABSENT);
    }
  }

  private void seen(Participant who, long at) {
    describe(who.profile(), at);
    if (who.joinTime().isPresent()) {
      JoinTime time = who.joinTime().get();
      if (time.toTheMillisecond()) {
        joinedAtMillis = CycleFacts.first(joinedAtMillis, time.at().toEpochMilli());
      } else {
        joinedAtSecond = CycleFacts.first(joinedAtSecond, time.at().toEpochMilli());
      }
    }
  }

  /** The last description holds; of two at the same instant the one that sorts last. */
  private void describe(ParticipantProfile description, long asOf) {
    if (profile == null
        || asOf > profileAsOf
        || (asOf == profileAsOf && description.compareTo(profile) > 0)) {
      profile = description;
      profileAsOf = asOf;
    }
  }

  private static @Nullable ReportedEnd earliest(
      @Nullable ReportedEnd one, @Nullable ReportedEnd other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return ReportedEnd.EARLIER.compare(one, other) <= 0 ? one : other;
  }

  Collection<TrackFacts> tracks() {
    return signs == null ? List.of() : signs.tracks();
  }

  CycleFacts facts() {
    GatheredSigns known = signs == null ? GatheredSigns.NONE : signs;
    return new CycleFacts(
        id,
        Objects.requireNonNull(profile, "nothing was learned of this cycle"),
        profileAsOf,
        joinedAtMillis,
        joinedAtSecond,
        joinedEventAt,
        Optional.ofNullable(left),
        Optional.ofNullable(aborted),
        known.firstTrackAt(),
        known.lastPublishedAt(),
        known.lastUnpublishedAt(),
        known.firstListedAt(),
        known.lastListedAt());
  }
}
