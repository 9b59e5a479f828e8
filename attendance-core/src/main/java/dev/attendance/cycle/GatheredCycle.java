package dev.attendance.cycle;

import static dev.attendance.cycle.CycleFacts.ABSENT;

import dev.attendance.event.JoinTime;
import dev.attendance.event.Participant;
import dev.attendance.event.Track;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** The last description, unless a participant gave a later one. */
  private @Nullable ParticipantProfile profile;

  /** Who gave the last description; most give more than one, and a profile is made of the last. */
  private @Nullable Participant described;

  private long profileAsOf;
  private long joinedAtMillis;
  private long joinedAtSecond;
  private long joinedEventAt;
  private @Nullable ReportedEnd left;
  private @Nullable ReportedEnd aborted;
  private long firstTrackAt;
  private long lastPublishedAt;
  private long lastUnpublishedAt;
  private long firstListedAt;
  private long lastListedAt;

  /** By their sids, in the order in which they were heard of; most connections have few. */
  private @Nullable Map<String, TrackFacts> tracks;

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
    firstTrackAt = CycleFacts.first(firstTrackAt, facts.firstTrackAt());
    lastPublishedAt = Math.max(lastPublishedAt, facts.lastPublishedAt());
    lastUnpublishedAt = Math.max(lastUnpublishedAt, facts.lastUnpublishedAt());
    firstListedAt = CycleFacts.first(firstListedAt, facts.firstListedAt());
    lastListedAt = Math.max(lastListedAt, facts.lastListedAt());
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
    firstListedAt = CycleFacts.first(firstListedAt, answered);
    lastListedAt = Math.max(lastListedAt, asked);
  }

  void published(Track track, long at) {
    sending(track, at);
    lastPublishedAt = Math.max(lastPublishedAt, at);
    add(TrackFacts.published(id, track, at));
  }

  void unpublished(Track track, long at) {
    sending(track, at);
    lastUnpublishedAt = Math.max(lastUnpublishedAt, at);
    add(TrackFacts.unpublished(id, track, at));
  }

  private void add(TrackFacts track) {
    if (tracks == null) {
      tracks = new LinkedHashMap<>();
    }
    tracks.merge(track.trackSid(), track, TrackFacts::merge);
  }

  private void sending(Track track, long at) {
    if (profileAsOf == ABSENT) {
      describe(ParticipantProfile.of(track.identity()), ABSENT);
    }
    firstTrackAt = CycleFacts.first(firstTrackAt, at);
  }

  private void seen(Participant who, long at) {
    if (at > profileAsOf) {
      described = who;
      profileAsOf = at;
    } else if (at == profileAsOf) {
      describe(ParticipantProfile.of(who), at);
    }
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
    @Nullable ParticipantProfile before = profile();
    if (before == null
        || asOf > profileAsOf
        || (asOf == profileAsOf && ParticipantProfile.TIE.compare(description, before) > 0)) {
      profile = description;
      described = null;
      profileAsOf = asOf;
    }
  }

  private @Nullable ParticipantProfile profile() {
    return described == null ? profile : ParticipantProfile.of(described);
  }

  private static @Nullable ReportedEnd earliest(
      @Nullable ReportedEnd one, @Nullable ReportedEnd other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return ReportedEnd.EARLIER.compare(one, other) <= 0 ? one : other;
  }

  Collection<TrackFacts> tracks() {
    return tracks == null ? List.of() : tracks.values();
  }

  CycleFacts facts() {
    return new CycleFacts(
        id,
        Objects.requireNonNull(profile(), "nothing was learned of this cycle"),
        profileAsOf,
        joinedAtMillis,
        joinedAtSecond,
        joinedEventAt,
        Optional.ofNullable(left),
        Optional.ofNullable(aborted),
        firstTrackAt,
        lastPublishedAt,
        lastUnpublishedAt,
        firstListedAt,
        lastListedAt);
  }
}
