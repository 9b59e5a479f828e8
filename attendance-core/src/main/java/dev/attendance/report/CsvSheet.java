package dev.attendance.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** A CSV file that is being written, row by row. Not thread-safe. */
final class CsvSheet {

  /**
   * What spreadsheets take for the begin of a formula, plain and full width, and what they skip
   * before it (CWE-1236). Quoting does not keep them from it.
   */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private final CsvWriter writer;

  /** Begins a file at the end of {@code out}, which is never closed. */
  CsvSheet(CsvFormat format, Appendable out) throws IOException {
    if (format.byteOrderMark()) {
      out.append('\uFEFF');
    }
    writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .bufferSize(0)
            .build(new AppendableWriter(out));
  }

  /** Writes a row. No cell of it can become a formula. */
  void row(List<String> cells) throws IOException {
    List<String> safe = new ArrayList<>(cells.size());
    for (String cell : cells) {
      safe.add(safe(cell));
    }
    try {
      writer.writeRecord(safe);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Writes a header and a row for each of the things. */
  <T> void table(CsvColumns<T> columns, Iterable<T> things) throws IOException {
    row(columns.headers());
    for (T thing : things) {
      row(columns.cells(thing));
    }
  }

  private static String safe(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** The library writes to a writer; whatever is written goes to the appendable at once. */
  private static final class AppendableWriter extends Writer {
    private final Appendable out;

    AppendableWriter(Appendable out) {
      this.out = out;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
      out.append(String.valueOf(characters, offset, length));
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // It is the caller's.
    }
  }
}
