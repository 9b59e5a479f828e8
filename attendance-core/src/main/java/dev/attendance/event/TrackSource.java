package dev.attendance.event;

/** LiveKit's {@code TrackSource}. Names are part of the stored format. */
public enum TrackSource {
  /** Not said. */
  UNKNOWN,
  /** A camera. */
  CAMERA,
  /** A microphone. */
  MICROPHONE,
  /** A shared screen. */
  SCREEN_SHARE,
  /** The sound of a shared screen. */
  SCREEN_SHARE_AUDIO,
  /** A source this version does not know. */
  UNRECOGNIZED
}
