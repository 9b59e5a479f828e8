package dev.attendance.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.session.PersonId;
import dev.attendance.session.SessionId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Example;

/** Sets of corrections: what makes one of them, and whom they bear on (promises 2 and 6). */
class CorrectionsTest {

  private static final Instant T = Instant.parse("2026-03-02T09:00:00Z");

  private static CorrectionHeader header(String id, int second) {
    return new CorrectionHeader(id, T.plusSeconds(second), "head", "told so");
  }

  private static StatusSet excused(String id, String session, String person) {
    return new StatusSet(
        header(id, 0), new SessionId(session), new PersonId(person), AttendanceStatus.EXCUSED);
  }

  private static PersonsMerged merged(String id, int second, String from, String into) {
    return new PersonsMerged(header(id, second), new PersonId(from), new PersonId(into));
  }

  private static Set<PersonId> persons(String... ids) {
    return Arrays.stream(ids).map(PersonId::new).collect(Collectors.toSet());
  }

  @Example
  void p2_theyAreEqualIfMadeOfTheSame() {
    Correction ann = excused("c1", "lesson", "ann");
    Correction bob = excused("c2", "lesson", "bob");
    Corrections both = Corrections.of(List.of(ann, bob));
    assertThat(Corrections.of(List.of(bob, ann, bob))).isEqualTo(both).hasSameHashCodeAs(both);
    assertThat(both)
        .isNotEqualTo(Corrections.of(List.of(ann)))
        .isNotEqualTo(Corrections.NONE)
        .isNotEqualTo(null)
        .hasToString("Corrections[2]");
    assertThat(Corrections.of(List.of(ann))).doesNotHaveSameHashCodeAs(both);
  }

  @Example
  void p2_ofSeveralSessionsTheyStandInTheOrderOfTheirSessionsIfNothingElseTellsThemApart() {
    Correction art = excused("c1", "art", "ann");
    Correction math = excused("c1", "math", "ann");
    assertThat(Corrections.of(List.of(math, art)).entries())
        .extracting(CorrectionEntry::correction)
        .containsExactly(art, math);
  }

  @Example
  void p6_theyBearOnWhomTheyNameAndOnWhomThatIsInTruth() {
    Correction ann = excused("c1", "lesson", "ann");
    Correction bob = excused("c2", "lesson", "bob");
    Correction guest = excused("c3", "lesson", "guest");
    Correction merge = merged("m1", 1, "guest", "bob");
    Corrections all = Corrections.of(List.of(ann, bob, guest, merge));
    assertThat(all.entries(persons("ann")))
        .extracting(CorrectionEntry::correction)
        .containsExactly(ann);
    assertThat(all.entries(persons("bob")))
        .extracting(CorrectionEntry::correction)
        .containsExactly(bob, guest, merge);
    assertThat(all.entries(persons("guest")))
        .extracting(CorrectionEntry::correction)
        .containsExactly(guest, merge);
    assertThat(all.entries(persons("cem"))).isEmpty();
  }

  @Example
  void p6_whoWasEverMergedIsReachedInAnyNumberOfSteps() {
    PersonsMerged last = merged("m3", 3, "w", "x");
    Corrections all =
        Corrections.of(
            List.of(
                merged("m1", 1, "y", "z"),
                merged("m2", 2, "x", "y"),
                last,
                merged("m4", 4, "ann", "bob"),
                excused("c1", "lesson", "z")));
    assertThat(all.everMergedWith(last)).isEqualTo(persons("w", "x", "y", "z"));
    assertThat(all.everMergedWith(excused("c2", "lesson", "bob"))).isEqualTo(persons("ann", "bob"));
  }

  @Example
  void p6_aWithdrawalIsAboutThoseWhomTheWithdrawnMergeNames() {
    PersonsMerged merge = merged("m1", 1, "guest", "ann");
    CorrectionWithdrawn withdrawal = new CorrectionWithdrawn(header("w1", 2), merge);
    Corrections all =
        Corrections.of(
            List.of(
                merge,
                withdrawal,
                excused("m1", "lesson", "bob"),
                merged("m2", 1, "cem", "dan"),
                new CorrectionWithdrawn(
                    header("w2", 2), Optional.of(new SessionId("lesson")), "m1")));
    assertThat(all.everMergedWith(withdrawal)).isEqualTo(persons("guest", "ann"));
    assertThat(Corrections.of(List.of(withdrawal)).everMergedWith(withdrawal)).isEmpty();
  }
}
