package dev.attendance.jooq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.InsertReturningStep;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Inserts many rows with few statements, to spare round trips: one for many rows. On H2, which
 * takes seconds over a MERGE of hundreds of rows, that is one prepared statement run for each row.
 *
 * @param <T> what becomes a row
 */
final class Inserts<T> {

  /** Few enough that no database runs out of parameters (MySQL: 65 535), even at 30 columns. */
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
    for (List<T> chunk : Chunks.<T>of(rows, ROWS_A_STATEMENT)) {
      (open.family() == SQLDialect.H2
              ? selected(open, columns, chunk)
              : insert(open, columns, chunk))
          .execute();
    }
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
    run(List.of(row), insert -> keep(open, insert, keys));
  }

  /** The same on PostgreSQL, which says whether it was inserted. */
  boolean insertedOrKept(T row, List<? extends Field<?>> keys) {
    return keep(open, insert(open, columns, List.of(row)), keys).execute() == 1;
  }

  /**
   * Inserts those rows, each of another key, whose keys are not there yet; says which these were.
   */
  List<T> ofNewKeys(Collection<? extends T> rows, List<? extends Field<?>> keys) {
    NewRows<T> fresh = new NewRows<>(open, columns, keys);
    List<T> inserted = new ArrayList<>();
    Chunks.<T>of(rows, ROWS_A_STATEMENT).forEach(chunk -> inserted.addAll(fresh.insert(chunk)));
    return inserted;
  }

  /**
   * The same, and for each of these rows one of another table, made of columns of the same names.
   */
  List<T> ofNewKeys(Collection<? extends T> rows, List<? extends Field<?>> keys, Columns<T> noted) {
    if (open.family() != SQLDialect.POSTGRES) {
      List<T> inserted = ofNewKeys(rows, keys);
      into(open, noted).all(inserted);
      return inserted;
    }
    NewRows<T> fresh = new NewRows<>(open, columns, keys);
    List<T> inserted = new ArrayList<>();
    Chunks.<T>of(rows, ROWS_A_STATEMENT)
        .forEach(chunk -> inserted.addAll(fresh.insertNoting(chunk, noted)));
    return inserted;
  }

  private void run(
      Collection<? extends T> rows, Function<InsertOnDuplicateStep<Record>, Query> statement) {
    for (List<T> chunk : Chunks.<T>of(rows, ROWS_A_STATEMENT)) {
      if (open.family() == SQLDialect.H2) {
        batch(chunk, statement);
      } else {
        statement.apply(insert(open, columns, chunk)).execute();
      }
    }
  }

  /** An insert of rows, to which it can be added what happens if keys are there. */
  static <T> InsertOnDuplicateStep<Record> insert(
      DSLContext open, Columns<T> columns, List<T> rows) {
    if (open.family() == SQLDialect.POSTGRES) {
      return selected(open, columns, rows);
    }
    InsertValuesStepN<Record> insert = open.insertInto(columns.table()).columns(columns.fields());
    for (T row : rows) {
      insert = insert.values(columns.values(row));
    }
    return insert;
  }

  private static <T> InsertOnDuplicateStep<Record> selected(
      DSLContext open, Columns<T> columns, List<T> rows) {
    return open.insertInto(columns.table())
        .columns(columns.fields())
        .select(open.select(DSL.asterisk()).from(ArrayRows.of(open, rows, columns)));
  }

  /**
   * Lets rows be whose keys are there. On MariaDB and MySQL by a change that is none: jOOQ's own
   * way there is INSERT IGNORE, which turns other errors into warnings.
   */
  static InsertReturningStep<Record> keep(
      DSLContext open, InsertOnDuplicateStep<Record> insert, List<? extends Field<?>> keys) {
    return Dialects.isMySql(open.dialect())
        ? insert.onDuplicateKeyUpdate().set(Map.of(keys.get(0), keys.get(0)))
        : insert.onConflict(keys).doNothing();
  }

  /** Runs the statement for each row. */
  private void batch(List<T> rows, Function<InsertOnDuplicateStep<Record>, Query> statement) {
    Query prepared = statement.apply(insert(open, columns, rows.subList(0, 1)));
    open.batch(prepared)
        .bind(rows.stream().map(row -> columns.values(row).toArray()).toArray(Object[][]::new))
        .execute();
  }
}
