package dev.attendance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.attendance.cycle.OpenEnd;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Policies: what they refuse, their canonical text, the presets (R16, R17). */
class AttendancePolicyTest {

  private static Arbitrary<Duration> durations(Duration most) {
    return Arbitraries.longs().between(1, most.toMillis()).map(Duration::ofMillis);
  }

  private static Arbitrary<Threshold> thresholds() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1, 100).map(Threshold::ofPercent),
        durations(Threshold.LONGEST).map(Threshold::ofDuration),
        Combinators.combine(Arbitraries.integers().between(1, 100), durations(Threshold.LONGEST))
            .as(Threshold::either));
  }

  @Provide
  Arbitrary<AttendancePolicy> policies() {
    Arbitrary<PolicyId> ids =
        Combinators.combine(
                Arbitraries.strings()
                    .ofMinLength(1)
                    .ofMaxLength(40)
                    .filter(name -> !name.isBlank() && !name.contains("\0"))
                    .filter(name -> name.codePoints().noneMatch(AttendancePolicyTest::isSurrogate)),
                Arbitraries.integers().between(1, Integer.MAX_VALUE))
            .as(PolicyId::new);
    Arbitrary<Duration> tolerance = durations(AttendancePolicy.LONGEST_TOLERANCE);
    return Combinators.combine(
            ids,
            thresholds(),
            Arbitraries.of(Denominator.values()),
            Arbitraries.of(Breakouts.values()),
            Arbitraries.of(OpenEnd.values()),
            tolerance.list().ofSize(3),
            durations(AttendancePolicy.LONGEST_OPEN))
        .as(
            (id, present, denominator, breakouts, openEnd, tolerances, longest) ->
                AttendancePolicy.standard().toBuilder()
                    .id(id)
                    .present(present)
                    .partial(Threshold.ofPercent(id.version() % 2))
                    .denominator(denominator)
                    .breakouts(breakouts)
                    .openEnd(openEnd)
                    .lateAfter(tolerances.get(0))
                    .leftEarlyBefore(tolerances.get(1))
                    .reconnectGrace(tolerances.get(2))
                    .longestOpen(longest)
                    .build());
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  @Property
  void r17_theTextOfAPolicyIsThePolicy(@ForAll("policies") AttendancePolicy policy) {
    String text = policy.toText();
    AttendancePolicy read = AttendancePolicy.parse(text);
    assertThat(text.lines()).hasSize(1);
    assertThat(read).isEqualTo(policy).hasSameHashCodeAs(policy).hasToString(text);
    assertThat(read.toText()).isEqualTo(text);
    assertThat(List.of(read.id(), read.present(), read.partial(), read.openCycles()))
        .isEqualTo(List.of(policy.id(), policy.present(), policy.partial(), policy.openCycles()));
    assertThat(
            List.of(
                read.lateAfter(), read.leftEarlyBefore(), read.reconnectGrace(), read.breakouts()))
        .isEqualTo(
            List.of(
                policy.lateAfter(),
                policy.leftEarlyBefore(),
                policy.reconnectGrace(),
                policy.breakouts()));
    assertThat(read.toBuilder().build()).isEqualTo(policy);
  }

  @Property
  void r17_policiesThatDifferHaveDifferentTexts(
      @ForAll("policies") AttendancePolicy one, @ForAll("policies") AttendancePolicy other) {
    assertThat(one.equals(other)).isEqualTo(one.toText().equals(other.toText()));
    assertThat(one.toBuilder().lateAfter(one.lateAfter().minusMillis(1)).build()).isNotEqualTo(one);
  }

  @Example
  void r17_theTextIsStable() {
    assertThat(AttendancePolicy.standard().toText())
        .isEqualTo(
            "policy=standard version=1 denominator=SCHEDULED present=75% partial=0%"
                + " lateAfter=PT5M leftEarlyBefore=PT5M reconnectGrace=PT0S breakouts=CONSOLIDATED"
                + " openEnd=LATEST longestOpen=PT12H");
  }

  @Example
  void aTextThatIsNoPolicyIsRefusedByTheFieldsName() {
    String text = AttendancePolicy.standard().toText();
    refused("denominator", text.replace(" denominator=SCHEDULED", ""));
    refused("denominator", text.replace("SCHEDULED", "scheduled"));
    refused("version", text.replace("version=1", "version=one"));
    refused("version", text.replace("version=1", "version=0"));
    refused("present", text.replace("75%", "75"));
    refused("present", text.replace("75%", "PT1H/75%"));
    refused("partial", text.replace("partial=0%", "partial=80%"));
    refused("lateAfter", text.replace("lateAfter=PT5M", "lateAfter=5m"));
    refused("lateAfter", text.replace("lateAfter=PT5M", "lateAfter=PT5M lateAfter=PT5M"));
    refused("policy", text.replace("policy=standard", "policy=%zz"));
    refused("policy", text.replace("policy=standard", "policy="));
    refused("fields", text + " colour=blue");
    refused("reconnectGrace", text + " colour=blue");
    refused("fields", text + " ");
    refused("fields", "");
  }

  private static void refused(String field, String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttendancePolicy.parse(text))
        .withMessageContaining("policy")
        .withMessageContaining(field);
  }

  @Example
  void whatContradictsItselfIsRefusedByFieldAndRule() {
    contradiction("present", policy -> policy.present(Threshold.ofPercent(0)));
    contradiction("partial", policy -> policy.partial(Threshold.ofPercent(76)));
    contradiction(
        "partial",
        policy ->
            policy
                .present(Threshold.ofDuration(Duration.ofMinutes(30)))
                .partial(Threshold.either(10, Duration.ofMinutes(31))));
    contradiction("lateAfter", policy -> policy.lateAfter(Duration.ofMillis(-1)));
    contradiction("leftEarlyBefore", policy -> policy.leftEarlyBefore(Duration.ofHours(25)));
    contradiction("reconnectGrace", policy -> policy.reconnectGrace(Duration.ofMillis(-1)));
    contradiction("longestOpen", policy -> policy.longestOpen(Duration.ZERO));
    contradiction("longestOpen", policy -> policy.longestOpen(Duration.ofDays(8)));
    contradiction("version", policy -> policy.version(0));
  }

  @Example
  void theLongestOfEachIsTaken() {
    AttendancePolicy longest =
        AttendancePolicy.standard().toBuilder()
            .lateAfter(AttendancePolicy.LONGEST_TOLERANCE)
            .leftEarlyBefore(AttendancePolicy.LONGEST_TOLERANCE)
            .reconnectGrace(AttendancePolicy.LONGEST_TOLERANCE)
            .longestOpen(AttendancePolicy.LONGEST_OPEN)
            .present(Threshold.ofDuration(Threshold.LONGEST))
            .partial(Threshold.ofDuration(Threshold.LONGEST))
            .build();
    assertThat(AttendancePolicy.parse(longest.toText())).isEqualTo(longest);
    assertThat(longest.toBuilder().version(7).build().id()).isEqualTo(new PolicyId("standard", 7));
  }

  private static void contradiction(String field, UnaryOperator<AttendancePolicyBuilder> change) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.apply(AttendancePolicy.standard().toBuilder()).build())
        .withMessageContaining(field)
        .withMessageContaining("must");
  }

  @Example
  void aThresholdOutOfRangeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Threshold(OptionalInt.empty(), Optional.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> Threshold.ofPercent(101));
    assertThatIllegalArgumentException().isThrownBy(() -> Threshold.ofPercent(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Threshold.ofDuration(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Threshold.either(1, Threshold.LONGEST.plusMillis(1)));
    for (String text : new String[] {"", "%", "7", "75%/", "/PT1H", "75%/80%", "PT0S", "101%"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> Threshold.parse(text));
    }
  }

  @Property
  void r16_eitherThresholdSuffices(
      @ForAll @IntRange(max = 100) int percent,
      @ForAll @LongRange(min = 1, max = 200) long millis,
      @ForAll @LongRange(max = 200) long presence,
      @ForAll @LongRange(min = 1, max = 200) long window) {
    Duration there = Duration.ofMillis(Math.min(presence, window));
    Duration length = Duration.ofMillis(window);
    Duration asked = Duration.ofMillis(millis);
    boolean share = Threshold.ofPercent(percent).isMetBy(there, length);
    boolean time = Threshold.ofDuration(asked).isMetBy(there, length);
    assertThat(share)
        .isEqualTo(there.toMillis() > 0 && 100.0 * there.toMillis() / window >= percent);
    assertThat(time).isEqualTo(there.toMillis() >= millis);
    assertThat(Threshold.either(percent, asked).isMetBy(there, length)).isEqualTo(share || time);
  }

  @Example
  void thePresetsAreNamedAndDiffer() {
    List<AttendancePolicy> presets =
        List.of(
            AttendancePolicy.standard(),
            AttendancePolicy.fundedCourse(),
            AttendancePolicy.minutes(Duration.ofMinutes(30)),
            AttendancePolicy.minutes(Duration.ofMinutes(45)),
            AttendancePolicy.hostPresent(),
            AttendancePolicy.webinar());
    assertThat(presets).extracting(AttendancePolicy::id).doesNotHaveDuplicates();
    assertThat(presets).doesNotHaveDuplicates().allMatch(preset -> preset.id().version() == 1);
    assertThat(presets).extracting(AttendancePolicy::hashCode).doesNotHaveDuplicates();
    assertThat(AttendancePolicy.fundedCourse().present()).isEqualTo(Threshold.ofPercent(85));
    assertThat(AttendancePolicy.hostPresent().denominator()).isEqualTo(Denominator.HOST_PRESENT);
    assertThat(AttendancePolicy.webinar().denominator()).isEqualTo(Denominator.ACTUAL);
  }
}
