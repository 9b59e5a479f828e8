package dev.attendance.store;

/** The storage ports of one database together. */
public interface AttendanceStore {

  /** {@return the append-only log} */
  EventLog events();

  /** {@return the bodies in which events of the log came, where they are kept} */
  RawBodies rawBodies();

  /** {@return what is still to be folded} */
  FoldQueue folds();

  /** {@return what has been folded} */
  Rooms rooms();

  /** {@return what was settled} */
  SessionRecords records();

  /** {@return what people decided} */
  CorrectionLog corrections();

  /** {@return when our own receiver was up} */
  Coverage coverage();

  /** {@return planned sessions, where the host app keeps none of its own} */
  SessionPlans plans();

  /** {@return what could not be decoded} */
  Quarantine quarantine();
}
