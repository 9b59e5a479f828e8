package example.attendance.server.livekit;

/** Somebody who takes part; all of them are made up. */
record Cast(String identity, String name, String metadata, boolean hidden) {

  static Cast of(String identity, String name) {
    return new Cast(identity, name, "", false);
  }

  Cast withMetadata(String text) {
    return new Cast(identity, name, text, hidden);
  }

  Cast asHidden() {
    return new Cast(identity, name, metadata, true);
  }
}
