package dev.attendance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people call themselves, a file keeps its rows and starts no formula. */
class CsvSafetyTest {

  private static final CsvFormat FORMAT = CsvFormat.in(ZoneId.of("UTC"));

  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars("=+-@\t\r\n,;\"' \uFF1D\uFEFFa1éم\uD83D\uDE00")
            .ofMaxLength(8);
    return text.list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(4);
  }

  @Property
  void everyCellIsReadAsItWasButForAnApostropheBeforeAFormula(
      @ForAll("rows") List<List<String>> rows) throws IOException {
    StringBuilder out = new StringBuilder();
    CsvSheet sheet = new CsvSheet(FORMAT, out);
    for (List<String> row : rows) {
      sheet.row(row);
    }
    assertThat(Csv.rows(out))
        .isEqualTo(
            rows.stream().map(row -> row.stream().map(CsvSafetyTest::expected).toList()).toList());
  }

  private static String expected(String cell) {
    return cell.matches("(?s)[=+\\-@\\t\\r\\n\uFF1D\uFF0B\uFF0D\uFF20].*") ? "'" + cell : cell;
  }

  @Example
  void aNameIsNoFormulaInAnyFile() throws IOException {
    String formula = "=HYPERLINK(\"http://evil\",\"click\")";
    SessionReport report =
        new Lesson()
            .titled(formula)
            .with(Somebody.called(formula).email("@evil").host())
            .enrolled("+1", "-1")
            .stay(formula, "@me", "\tx", 0, 60)
            .attempt("=1", "=2", "=3", 9)
            .report();
    StringBuilder all = new StringBuilder();
    new ParticipantsCsv(FORMAT).write(report, all);
    new IntervalsCsv(FORMAT).write(report, all);
    new AbsenteesCsv(FORMAT).write(report, all);
    new UnmatchedCsv(FORMAT).write(report, all);
    new SectionedCsv(FORMAT).write(report, all);
    assertThat(Csv.rows(all).stream().flatMap(List::stream))
        .isNotEmpty()
        .noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r\\n].*"));
  }

  @Example
  void whatTheReceiverThrowsIsThrown() {
    IOException full = new IOException("full");
    Appendable broken =
        new Appendable() {
          @Override
          public Appendable append(CharSequence text) throws IOException {
            throw full;
          }

          @Override
          public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw full;
          }

          @Override
          public Appendable append(char one) throws IOException {
            throw full;
          }
        };
    assertThat(
            catchThrowable(() -> new ParticipantsCsv(FORMAT).write(new Lesson().report(), broken)))
        .isSameAs(full);
  }
}
