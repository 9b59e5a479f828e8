package dev.attendance.record;

import java.time.Duration;

/**
 * How long a person published media, by the best values, inside the window (R9). Tracks of one kind
 * at once count once. A track of which no end was told lasts until its cycle ends, one of which no
 * beginning was told from where its cycle begins. A muted track is published all the same: the
 * source does not tell of it. In milliseconds.
 *
 * @param microphone how long a microphone
 * @param camera how long a camera
 * @param screenShare how long a screen, its sound, or both
 */
public record MediaTime(Duration microphone, Duration camera, Duration screenShare) {

  /** Nothing was published. */
  public static final MediaTime NONE = new MediaTime(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public MediaTime {
    Durations.check("microphone", microphone);
    Durations.check("camera", camera);
    Durations.check("screenShare", screenShare);
  }
}
