package dev.attendance.jooq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows with few statements.
 *
 * <p>On PostgreSQL that is one statement for many rows, to spare round trips. On H2, which has none
 * and takes seconds over a MERGE of hundreds of rows, it is one prepared statement run for each
 * row.
 *
 * @param <T> what becomes a row
 */
final class Inserts<T> {

  /**
   * Few enough that no database runs out of parameters (PostgreSQL: 65 535), even at 30 columns.
   */
  private static final int ROWS_A_STATEMENT = 500;

  private final DSLContext open;
  private final Columns<T> columns;

  private Inserts(DSLContext open, Columns<T> columns) {
    this.open = open;
    this.columns = columns;
  }

  static <T> Inserts<T> into(DSLContext open, Columns<T> columns) {
    return new Inserts<>(open, columns);
  }

  /** Inserts rows of which none can be there yet. */
  void all(Collection<? extends T> rows) {
    run(rows, insert -> insert);
  }

  /** Inserts rows or, where their keys are there already, changes the fields given. */
  void orChange(
      Collection<? extends T> rows,
      List<? extends Field<?>> keys,
      Map<Field<?>, Field<?>> changes) {
    run(rows, insert -> insert.onConflict(keys).doUpdate().set(changes));
  }

  /**
   * Inserts those rows, each of another key, whose keys are not there yet; says which these were.
   */
  List<T> ofNewKeys(Collection<? extends T> rows, List<? extends Field<?>> keys) {
    List<T> inserted = new ArrayList<>();
    for (List<T> chunk : Chunks.<T>of(rows, ROWS_A_STATEMENT)) {
      if (isH2()) {
        int[] counts = batch(chunk, insert -> insert.onConflict(keys).doNothing());
        for (int i = 0; i < counts.length; i++) {
          if (counts[i] == 1) {
            inserted.add(chunk.get(i));
          }
        }
      } else {
        Set<List<@Nullable Object>> returned = new HashSet<>();
        insert(chunk)
            .onConflict(keys)
            .doNothing()
            .returningResult(keys)
            .forEach(row -> returned.add(row.intoList()));
        chunk.stream()
            .filter(row -> returned.contains(columns.values(row, keys)))
            .forEach(inserted::add);
      }
    }
    return inserted;
  }

  private void run(
      Collection<? extends T> rows, Function<InsertValuesStepN<Record>, Query> statement) {
    for (List<T> chunk : Chunks.<T>of(rows, ROWS_A_STATEMENT)) {
      if (isH2()) {
        batch(chunk, statement);
      } else {
        statement.apply(insert(chunk)).execute();
      }
    }
  }

  private InsertValuesStepN<Record> insert(List<T> rows) {
    InsertValuesStepN<Record> insert = open.insertInto(columns.table()).columns(columns.fields());
    for (T row : rows) {
      insert = insert.values(columns.values(row));
    }
    return insert;
  }

  /** Runs the statement for each row; says how many rows each run changed. */
  private int[] batch(List<T> rows, Function<InsertValuesStepN<Record>, Query> statement) {
    Query prepared = statement.apply(insert(rows.subList(0, 1)));
    return open.batch(prepared)
        .bind(rows.stream().map(row -> columns.values(row).toArray()).toArray(Object[][]::new))
        .execute();
  }

  private boolean isH2() {
    return open.family() == SQLDialect.H2;
  }
}
