package dev.attendance.jooq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * How objects are written to the columns of a table, many with one statement.
 *
 * @param <T> what becomes a row
 */
final class Columns<T> {

  /**
   * Few enough that no database runs out of parameters (PostgreSQL: 65 535), even at 30 columns.
   */
  private static final int ROWS_A_STATEMENT = 500;

  private final Table<Record> table;
  private final List<Field<?>> fields = new ArrayList<>();
  private final List<Function<T, ?>> values = new ArrayList<>();

  private Columns(Table<Record> table) {
    this.table = table;
  }

  static <T> Columns<T> of(Table<Record> table) {
    return new Columns<>(table);
  }

  <V> Columns<T> with(Field<V> field, Function<T, @Nullable V> value) {
    fields.add(field);
    values.add(value);
    return this;
  }

  List<Field<?>> fields() {
    return List.copyOf(fields);
  }

  /** Statements that insert these rows, in their order. */
  List<InsertValuesStepN<Record>> inserts(DSLContext database, Collection<? extends T> rows) {
    List<InsertValuesStepN<Record>> inserts = new ArrayList<>();
    for (List<T> chunk : Chunks.<T>of(rows, ROWS_A_STATEMENT)) {
      InsertValuesStepN<Record> insert = database.insertInto(table).columns(fields);
      for (T row : chunk) {
        List<Object> bound = new ArrayList<>();
        values.forEach(value -> bound.add(value.apply(row)));
        insert = insert.values(bound);
      }
      inserts.add(insert);
    }
    return inserts;
  }

  /** Inserts rows of which none can be there yet. */
  void insert(DSLContext database, Collection<? extends T> rows) {
    inserts(database, rows).forEach(insert -> insert.execute());
  }
}
