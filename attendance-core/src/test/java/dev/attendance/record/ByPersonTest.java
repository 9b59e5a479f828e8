package dev.attendance.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.session.PersonId;
import dev.attendance.time.IntervalSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The order of persons, against that of a tree of their ids. */
class ByPersonTest {

  /** Mostly alike at their beginnings; one may be the beginning of another. */
  @Provide
  Arbitrary<Set<String>> ids() {
    Arbitrary<String> beginnings = Arbitraries.of("student-", "\u0416\u0416", "x", "\ud83d\ude00");
    Arbitrary<String> digits = Arbitraries.strings().numeric().ofMaxLength(30);
    Arbitrary<String> letters =
        Arbitraries.strings().withChars("aZ\u00e9\u4e2d\uffff").ofMaxLength(6);
    return Arbitraries.of(digits, letters)
        .flatMap(rest -> Combinators.combine(beginnings, rest).as(String::concat).set());
  }

  @Property
  void personsAreSortedByTheirIds(@ForAll("ids") Set<String> ids) {
    assertSorted(ids);
  }

  /** So many that digits decide, not comparisons. */
  @Property
  void soAreMany(@ForAll("ids") Set<String> some) {
    Set<String> ids = new TreeSet<>(some);
    for (int i = 0; i < 400; i++) {
      ids.add("student-%03d".formatted(i * 7 % 1_000));
    }
    assertSorted(ids);
  }

  private static void assertSorted(Set<String> ids) {
    List<PersonPresence> persons = new ArrayList<>();
    // By their hashes, which is no order at all.
    Set.copyOf(ids)
        .forEach(id -> persons.add(new PersonPresence(new PersonId(id), IntervalSet.empty())));
    assertThat(ByPerson.sorted(persons))
        .extracting(presence -> presence.person().value())
        .containsExactlyElementsOf(new TreeSet<>(ids));
  }
}
