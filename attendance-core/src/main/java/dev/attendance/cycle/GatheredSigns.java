package dev.attendance.cycle;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tracks and polls tell of one cycle (R7, R8, R9). Mutable. Apart from the rest because most
 * connections of most sessions have neither.
 */
final class GatheredSigns {

  /** What a cycle has that had no track and was in no poll: not to be changed. */
  static final GatheredSigns NONE = new GatheredSigns();

  private long firstTrackAt;
  private long lastPublishedAt;
  private long lastUnpublishedAt;
  private long firstListedAt;
  private long lastListedAt;

  /** By their sids, in the order in which they were heard of; most connections have few. */
  private @Nullable Map<String, TrackFacts> tracks;

  void add(CycleFacts facts) {
    firstTrackAt = CycleFacts.first(firstTrackAt, facts.firstTrackAt());
    lastPublishedAt = Math.max(lastPublishedAt, facts.lastPublishedAt());
    lastUnpublishedAt = Math.max(lastUnpublishedAt, facts.lastUnpublishedAt());
    firstListedAt = CycleFacts.first(firstListedAt, facts.firstListedAt());
    lastListedAt = Math.max(lastListedAt, facts.lastListedAt());
  }

  void listed(long asked, long answered) {
    firstListedAt = CycleFacts.first(firstListedAt, answered);
    lastListedAt = Math.max(lastListedAt, asked);
  }

  void published(TrackFacts track, long at) {
    firstTrackAt = CycleFacts.first(firstTrackAt, at);
    lastPublishedAt = Math.max(lastPublishedAt, at);
    add(track);
  }

  void unpublished(TrackFacts track, long at) {
    firstTrackAt = CycleFacts.first(firstTrackAt, at);
    lastUnpublishedAt = Math.max(lastUnpublishedAt, at);
    add(track);
  }

  private void add(TrackFacts track) {
    if (tracks == null) {
      tracks = new LinkedHashMap<>();
    }
    tracks.merge(track.trackSid(), track, TrackFacts::merge);
  }

  long firstTrackAt() {
    return firstTrackAt;
  }

  long lastPublishedAt() {
    return lastPublishedAt;
  }

  long lastUnpublishedAt() {
    return lastUnpublishedAt;
  }

  long firstListedAt() {
    return firstListedAt;
  }

  long lastListedAt() {
    return lastListedAt;
  }

  Collection<TrackFacts> tracks() {
    return tracks == null ? List.of() : tracks.values();
  }
}
