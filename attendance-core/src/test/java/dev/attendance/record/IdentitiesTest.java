package dev.attendance.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.event.ParticipantKind;
import dev.attendance.event.ParticipantProfile;
import dev.attendance.session.PersonId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;

/** A resolver may go by all that a participant is described as, but for the display name (R11). */
class IdentitiesTest {

  private final List<ParticipantProfile> asked = new ArrayList<>();
  private final Identities identities =
      new Identities(
          profile -> {
            asked.add(profile);
            return new PersonId(
                profile.identity() + profile.kind() + profile.hidden() + profile.recorder());
          },
          Corrections.NONE);

  private static ParticipantProfile ann(
      String name, ParticipantKind kind, boolean hidden, boolean recorder) {
    return new ParticipantProfile("ann", name, kind, hidden, recorder);
  }

  @Example
  void aNameIsNoReasonToAskAnew() {
    ParticipantProfile first = ann("Ann", ParticipantKind.STANDARD, false, false);
    PersonId person = identities.of(first).person();
    ParticipantProfile renamed = ann("Ann B.", ParticipantKind.STANDARD, false, false);
    assertThat(identities.of(renamed).person()).isEqualTo(person);
    assertThat(asked).containsExactly(first);
  }

  @Example
  void whateverElseDiffersIs() {
    List<ParticipantProfile> different =
        List.of(
            ann("Ann", ParticipantKind.STANDARD, false, false),
            ann("Ann", ParticipantKind.SIP, false, false),
            ann("Ann", ParticipantKind.SIP, true, false),
            ann("Ann", ParticipantKind.SIP, true, true),
            ann("Ann", ParticipantKind.STANDARD, false, false));
    assertThat(different)
        .extracting(profile -> identities.of(profile).person().value())
        .containsExactly(
            "annSTANDARDfalsefalse",
            "annSIPfalsefalse",
            "annSIPtruefalse",
            "annSIPtruetrue",
            "annSTANDARDfalsefalse");
    assertThat(asked).isEqualTo(different);
  }
}
