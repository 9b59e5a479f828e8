package dev.attendance.testkit.model;

import dev.attendance.event.RoomInstance;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.testkit.Events;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * The few ids that all steps use, so that they meet each other: legal ones that differ as little as
 * collations can overlook.
 */
final class Words {

  static final List<RoomInstance> ROOMS =
      List.of(
          room("RM_1", "Class", 0),
          room("rm_1", "class", 600),
          room("RM_1 ", "Class", 1_800),
          room("\ud83c\udf93", "class ", 0),
          room("\uffff", "Class", 3_600));

  static final List<String> ROOM_NAMES = List.of("Class", "class", "class ");

  static final List<String> IDENTITIES = List.of("ann", "Ann", "ann ", "\u00e5'; --", "%_\\");

  /** Ids of plans; one is that of a room instance too. */
  static final List<SessionId> PLANNED =
      List.of(new SessionId("s1"), new SessionId("S1"), new SessionId("s1 "), session("RM_1"));

  static final List<SessionId> SESSIONS =
      Stream.concat(PLANNED.stream(), ROOMS.stream().map(room -> session(room.sid())))
          .distinct()
          .toList();

  static final List<PersonId> PERSONS = IDENTITIES.stream().map(PersonId::new).toList();

  /** How long the rooms are used at most, in seconds. */
  static final int LAST_SECOND = 7_200;

  private Words() {}

  private static RoomInstance room(String sid, String name, int second) {
    return new RoomInstance(sid, name, Optional.of(Events.at(second)));
  }

  private static SessionId session(String id) {
    return new SessionId(id);
  }

  /** An instant while the rooms are used. */
  static Arbitrary<Instant> instants() {
    return Arbitraries.integers()
        .between(0, LAST_SECOND / 60)
        .map(minute -> Events.at(60L * minute).plusMillis(minute % 3 == 0 ? 456 : 0));
  }

  static Arbitrary<PersonId> persons() {
    return Arbitraries.of(PERSONS);
  }
}
