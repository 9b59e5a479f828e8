package dev.attendance.jooq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertReturningStep;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows with few statements.
 *
 * <p>On PostgreSQL, MariaDB and MySQL that is one statement for many rows, to spare round trips. On
 * H2, which has none and takes seconds over a MERGE of hundreds of rows, it is one prepared
 * statement run for each row.
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

  /** Inserts a row unless its key is there already. */
  void orKeep(T row, List<? extends Field<?>> keys) {
    run(List.of(row), insert -> keep(insert, keys));
  }

  /**
   * Inserts those rows, each of another key, whose keys are not there yet; says which these were.
   */
  List<T> ofNewKeys(Collection<? extends T> rows, List<? extends Field<?>> keys) {
    List<T> inserted = new ArrayList<>();
    for (List<T> chunk : Chunks.<T>of(rows, ROWS_A_STATEMENT)) {
      if (isH2()) {
        int[] counts = batch(chunk, insert -> keep(insert, keys));
        for (int i = 0; i < counts.length; i++) {
          if (counts[i] == 1) {
            inserted.add(chunk.get(i));
          }
        }
      } else {
        Set<List<@Nullable Object>> returned = new HashSet<>();
        (isMySql() ? insertMarked(chunk, keys) : insertReturning(chunk, keys))
            .forEach(row -> returned.add(row.intoList()));
        chunk.stream()
            .filter(row -> returned.contains(columns.values(row, keys)))
            .forEach(inserted::add);
      }
    }
    return inserted;
  }

  private List<? extends Record> insertReturning(List<T> chunk, List<? extends Field<?>> keys) {
    return keep(insert(chunk, columns), keys).returningResult(keys).fetch();
  }

  /** Marks what it inserts, and asks afterwards which rows bear the mark: see the script. */
  private List<? extends Record> insertMarked(List<T> chunk, List<? extends Field<?>> keys) {
    Field<Long> insertedBy = Schema.number(columns.table(), "inserted_by");
    long mark = ThreadLocalRandom.current().nextLong();
    keep(insert(chunk, columns.and(insertedBy, row -> mark)), keys).execute();
    return open.select(keys)
        .from(columns.table())
        .where(DSL.or(chunk.stream().map(row -> columns.equal(row, keys)).toList()))
        .and(insertedBy.eq(mark))
        .fetch();
  }

  private void run(
      Collection<? extends T> rows, Function<InsertValuesStepN<Record>, Query> statement) {
    for (List<T> chunk : Chunks.<T>of(rows, ROWS_A_STATEMENT)) {
      if (isH2()) {
        batch(chunk, statement);
      } else {
        statement.apply(insert(chunk, columns)).execute();
      }
    }
  }

  private InsertValuesStepN<Record> insert(List<T> rows, Columns<T> values) {
    InsertValuesStepN<Record> insert = open.insertInto(values.table()).columns(values.fields());
    for (T row : rows) {
      insert = insert.values(values.values(row));
    }
    return insert;
  }

  /**
   * Lets rows be whose keys are there. On MariaDB and MySQL by a change that is none: jOOQ's own
   * way there is INSERT IGNORE, which turns other errors into warnings.
   */
  private InsertReturningStep<Record> keep(
      InsertValuesStepN<Record> insert, List<? extends Field<?>> keys) {
    return isMySql()
        ? insert.onDuplicateKeyUpdate().set(Map.of(keys.get(0), keys.get(0)))
        : insert.onConflict(keys).doNothing();
  }

  /** Runs the statement for each row; says how many rows each run changed. */
  private int[] batch(List<T> rows, Function<InsertValuesStepN<Record>, Query> statement) {
    Query prepared = statement.apply(insert(rows.subList(0, 1), columns));
    return open.batch(prepared)
        .bind(rows.stream().map(row -> columns.values(row).toArray()).toArray(Object[][]::new))
        .execute();
  }

  private boolean isH2() {
    return open.family() == SQLDialect.H2;
  }

  private boolean isMySql() {
    return Dialects.isMySql(open.dialect());
  }
}
