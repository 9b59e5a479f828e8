package dev.attendance.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of a CSV file, in their order: what each is called and what it shows of a row.
 *
 * @param <T> what a row is about
 */
final class CsvColumns<T> {

  private final List<String> headers = new ArrayList<>();
  private final List<Function<? super T, String>> cells = new ArrayList<>();

  CsvColumns<T> with(String header, Function<? super T, String> cell) {
    headers.add(header);
    cells.add(cell);
    return this;
  }

  List<String> headers() {
    return List.copyOf(headers);
  }

  List<String> cells(T thing) {
    List<String> row = new ArrayList<>(cells.size());
    cells.forEach(cell -> row.add(cell.apply(thing)));
    return row;
  }
}
