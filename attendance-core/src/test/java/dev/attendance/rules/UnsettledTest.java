package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.cycle.Boundary;
import dev.attendance.cycle.Evidence;
import dev.attendance.record.Explanation;
import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import java.util.List;
import net.jqwik.api.Example;

/** R20: an explanation names the boundaries that would settle a status, and only those. */
class UnsettledTest {

  private final Lesson lesson = new Lesson();

  private List<Boundary> unsettled(String person) {
    return lesson
        .attendance
        .explain(new SessionId("lesson"), new PersonId(person))
        .map(Explanation::unsettled)
        .orElseThrow();
  }

  @Example
  void r20_theEndsThatLeaveAStatusOpenAreNamed() {
    lesson.plans.add("lesson", 0, 600, "ann", "bob");
    lesson.told(new Room().joined("ann", 0).joined("bob", 0).published("bob", 590).finished(610));
    lesson.time.set(5000);
    assertThat(lesson.people("lesson")).containsExactly("ann UNRESOLVED", "bob PRESENT");
    assertThat(unsettled("ann"))
        .allMatch(boundary -> !boundary.isExact())
        .extracting(Boundary::evidence)
        .containsExactly(Evidence.ROOM_FINISHED);
    assertThat(unsettled("bob")).isEmpty();
  }
}
