package dev.attendance.jooq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.Query;
import org.jooq.QueryPart;
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
      open.query("{0}", insert(open, columns, chunk)).execute();
    }
  }

  /** Inserts rows or, where their keys are there already, changes the fields given. */
  void orChange(
      Collection<? extends T> rows,
      List<? extends Field<?>> keys,
      Map<Field<?>, Field<?>> changes) {
    if (open.family() == SQLDialect.H2) {
      batch(List.copyOf(rows), insert -> insert.onConflict(keys).doUpdate().set(changes));
      return;
    }
    List<QueryPart> set = new ArrayList<>();
    changes.forEach(
        (field, value) -> set.add(DSL.sql("{0} = {1}", field.getUnqualifiedName(), value)));
    String otherwise =
        Dialects.isMySql(open.dialect())
            ? "{0} on duplicate key update {2}"
            : "{0} on conflict ({1}) do update set {2}";
    for (List<T> chunk : Chunks.<T>of(rows, ROWS_A_STATEMENT)) {
      open.query(otherwise, insert(open, columns, chunk), names(keys), DSL.list(set)).execute();
    }
  }

  /** Inserts a row unless its key is there already. */
  void orKeep(T row, List<? extends Field<?>> keys) {
    if (open.family() == SQLDialect.H2) {
      batch(List.of(row), insert -> insert.onConflict(keys).doNothing());
    } else {
      insertedOrKept(row, keys);
    }
  }

  /** The same on PostgreSQL, which says whether it was inserted. */
  boolean insertedOrKept(T row, List<? extends Field<?>> keys) {
    return open.query("{0}", insertOrKeep(open, columns, List.of(row), keys)).execute() == 1;
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

  /** An insert of rows, to which it can be added what happens if keys are there. */
  static <T> QueryPart insert(DSLContext open, Columns<T> columns, List<T> rows) {
    return DSL.sql(
        "insert into {0} ({1}) {2}",
        columns.table(),
        names(columns.fields()),
        Dialects.isMySql(open.dialect())
            ? ValueRows.of(columns, rows)
            : ArrayRows.query(open, columns, rows));
  }

  /**
   * An insert that lets rows be whose keys are there, not on H2. On MariaDB and MySQL by a change
   * that is none: INSERT IGNORE would turn other errors into warnings.
   */
  static <T> QueryPart insertOrKeep(
      DSLContext open, Columns<T> columns, List<T> rows, List<? extends Field<?>> keys) {
    return DSL.sql(
        Dialects.isMySql(open.dialect())
            ? "{0} on duplicate key update {1} = {1}"
            : "{0} on conflict ({2}) do nothing",
        insert(open, columns, rows),
        keys.get(0).getUnqualifiedName(),
        names(keys));
  }

  static QueryPart names(List<? extends Field<?>> fields) {
    return DSL.list(fields.stream().map(Field::getUnqualifiedName).toList());
  }

  /** Runs a statement for each row. */
  private void batch(List<T> rows, Function<InsertOnDuplicateStep<Record>, Query> statement) {
    if (rows.isEmpty()) {
      return;
    }
    InsertOnDuplicateStep<Record> insert =
        open.insertInto(columns.table())
            .columns(columns.fields())
            .values(columns.values(rows.get(0)));
    open.batch(statement.apply(insert))
        .bind(rows.stream().map(row -> columns.values(row).toArray()).toArray(Object[][]::new))
        .execute();
  }
}
