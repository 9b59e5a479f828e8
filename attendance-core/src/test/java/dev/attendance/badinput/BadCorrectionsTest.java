package dev.attendance.badinput;

import dev.attendance.record.AttendanceStatus;
import dev.attendance.record.CorrectionHeader;
import dev.attendance.record.CorrectionWithdrawn;
import dev.attendance.record.PersonsMerged;
import dev.attendance.record.PresenceAdded;
import dev.attendance.record.PresenceMoved;
import dev.attendance.record.PresenceRemoved;
import dev.attendance.record.StatusSet;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import dev.attendance.time.Interval;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BadCorrectionsTest {

  private static final Instant T = Instant.parse("2026-03-02T09:00:00Z");
  private static final CorrectionHeader BY = new CorrectionHeader("C_1", T, "head", "told so");
  private static final SessionId LESSON = new SessionId("lesson");
  private static final PersonId ANN = new PersonId("ann");
  private static final PersonId BOB = new PersonId("bob");

  @TestFactory
  Stream<DynamicTest> refused() {
    return new BadInput()
        .id("correction id", id -> new CorrectionHeader(id, T, "head", "told so"))
        .instant("correction madeAt", at -> new CorrectionHeader("C_1", at, "head", "told so"))
        .id("correction madeBy", person -> new CorrectionHeader("C_1", T, person, "told so"))
        .id("correction reason", reason -> new CorrectionHeader("C_1", T, "head", reason))
        .id("withdrawn correction id", id -> new CorrectionWithdrawn(BY, Optional.of(LESSON), id))
        .interval("correction interval", time -> new PresenceAdded(BY, LESSON, ANN, time))
        .interval("correction interval", time -> new PresenceRemoved(BY, LESSON, ANN, time))
        .interval("correction interval", time -> new PresenceMoved(BY, LESSON, ANN, BOB, time))
        .refused("correction to: must not be the person ", () -> move(ANN))
        .refused("correction into: must not be the person ", () -> new PersonsMerged(BY, ANN, ANN))
        .refused("correction status: must be one of ", () -> set(AttendanceStatus.PENDING))
        .refused("correction status: must be one of ", () -> set(AttendanceStatus.UNRESOLVED))
        .tests();
  }

  private static PresenceMoved move(PersonId to) {
    return new PresenceMoved(BY, LESSON, ANN, to, new Interval(T, T.plusSeconds(1)));
  }

  private static StatusSet set(AttendanceStatus status) {
    return new StatusSet(BY, LESSON, ANN, status);
  }
}
