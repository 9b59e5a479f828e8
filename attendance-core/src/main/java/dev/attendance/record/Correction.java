package dev.attendance.record;

import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a person decided against or beside what the facts say: an entry of a log of its own, next to
 * the events (promise 6). Immutable; once in the log it is never changed. Who thinks better of it
 * {@linkplain CorrectionWithdrawn withdraws} it, or makes a later one.
 */
public sealed interface Correction permits SessionCorrection, PersonsMerged, CorrectionWithdrawn {

  /**
   * The order in which corrections of a session apply: by {@code madeAt}, of two at the same
   * instant by id. It does not depend on when they reached us (promise 2).
   */
  Comparator<Correction> ORDER =
      Comparator.<Correction, java.time.Instant>comparing(
              correction -> correction.header().madeAt())
          .thenComparing(correction -> correction.header().id());

  /** {@return id, person, time and reason} */
  CorrectionHeader header();

  /** {@return which of the records this is} */
  CorrectionKind kind();

  /** {@return the session it is about; nothing if it is about all sessions} */
  Optional<SessionId> scope();

  /** {@return the persons it names, whose attendance it bears on} */
  List<PersonId> persons();
}
