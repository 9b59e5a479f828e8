package dev.attendance.jooq;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows whose keys are not there yet and tells which these were, each database in the
 * shortest way it has. Never by catching a violation: that ends a transaction on PostgreSQL.
 *
 * @param <T> what becomes a row
 */
final class NewRows<T> {

  private final DSLContext open;
  private final Columns<T> columns;
  private final List<? extends Field<?>> keys;

  NewRows(DSLContext open, Columns<T> columns, List<? extends Field<?>> keys) {
    this.open = open;
    this.columns = columns;
    this.keys = keys;
  }

  /** Inserts rows, each of another key; says which of them were new. */
  List<T> insert(List<T> rows) {
    return switch (open.family()) {
      case POSTGRES -> onPostgreSql(rows);
      case H2 -> onH2(rows);
      case MARIADB -> onMariaDb(rows);
      default -> onMySql(rows);
    };
  }

  private List<T> onPostgreSql(List<T> rows) {
    return withKeys(
        rows,
        open.resultQuery(
                "{0} returning {1}",
                Inserts.insertOrKeep(open, columns, rows, keys), Inserts.names(keys))
            .coerce(keys)
            .fetch());
  }

  /**
   * Inserts them on PostgreSQL and, in the same round trip, a row of another table for each that
   * was new, made of columns of the same names. Keys are sent back only if some were not new, which
   * is rare.
   */
  List<T> insertNoting(List<T> rows, Columns<T> noted) {
    Field<Integer> inserted = DSL.field(DSL.name("inserted"), Integer.class);
    List<Field<?>> result = new ArrayList<>(List.of(inserted));
    result.addAll(keys);
    List<? extends Record> returned =
        open.resultQuery(
                "with fresh as ({0} returning {1}),"
                    + " noted as (insert into {2} ({1}) select {1} from fresh)"
                    + " select total.inserted, {3}"
                    + " from (select count(*)::integer as inserted from fresh) total"
                    + " left join fresh on total.inserted < {4}",
                Inserts.insertOrKeep(open, columns, rows, keys),
                Inserts.names(noted.fields()),
                noted.table(),
                Inserts.names(keys),
                DSL.val(rows.size()))
            .coerce(result)
            .fetch();
    int count = returned.get(0).get(inserted);
    if (count == 0 || count == rows.size()) {
      // Then the one row that came has no key.
      return count == 0 ? List.of() : rows;
    }
    return withKeys(rows, returned.stream().map(this::key).toList());
  }

  /**
   * As a look and an insert in one statement. Others may insert a key in between: then it is
   * violated, and the transaction is run again (see {@link Failure}).
   */
  private List<T> onH2(List<T> rows) {
    return withKeys(
        rows,
        open.resultQuery(
                "select {0} from final table (insert into {1} ({2})"
                    + " select * from {3} as given ({2})"
                    + " where not exists (select 1 from {1} as there where {4}))",
                Inserts.names(keys),
                columns.table(),
                Inserts.names(columns.fields()),
                ArrayRows.table(open, columns, rows),
                DSL.and(
                    keys.stream()
                        .map(
                            key -> DSL.condition("there.{0} = given.{0}", key.getUnqualifiedName()))
                        .toList()))
            .coerce(keys)
            .fetch());
  }

  /** It returns rows that were there as well, but these bear another mark. */
  private List<T> onMariaDb(List<T> rows) {
    long mark = ThreadLocalRandom.current().nextLong();
    Field<Long> insertedBy = insertedBy();
    List<Field<?>> returned = new ArrayList<>(keys);
    returned.add(insertedBy);
    Set<List<Object>> kept = new HashSet<>();
    Row.forEach(
        open.resultQuery("{0} returning {1}", marked(rows, mark), Inserts.names(returned)),
        returned,
        row -> {
          if (row.get(insertedBy) != mark) {
            kept.add(keys.stream().<Object>map(row::get).toList());
          }
        });
    return kept.isEmpty()
        ? rows
        : rows.stream().filter(row -> !kept.contains(columns.values(row, keys))).toList();
  }

  /** It returns nothing: which rows bear the mark has to be asked. */
  private List<T> onMySql(List<T> rows) {
    long mark = ThreadLocalRandom.current().nextLong();
    open.query("{0}", marked(rows, mark)).execute();
    return withKeys(
        rows,
        open.select(keys)
            .from(columns.table())
            .where(DSL.or(rows.stream().map(row -> columns.equal(row, keys)).toList()))
            .and(insertedBy().eq(mark))
            .fetch());
  }

  /** Rows that bear a mark, see the script; those whose keys are there stay as they are. */
  private QueryPart marked(List<T> rows, long mark) {
    return Inserts.insertOrKeep(open, columns.and(insertedBy(), row -> mark), rows, keys);
  }

  private Field<Long> insertedBy() {
    return Schema.number(columns.table(), "inserted_by");
  }

  private List<T> withKeys(List<T> rows, List<? extends Record> found) {
    Set<List<@Nullable Object>> wanted = new HashSet<>();
    found.forEach(row -> wanted.add(row.intoList()));
    return wanted.size() == rows.size()
        ? rows
        : rows.stream().filter(row -> wanted.contains(columns.values(row, keys))).toList();
  }

  private Record key(Record row) {
    return row.into(keys.toArray(Field<?>[]::new));
  }
}
