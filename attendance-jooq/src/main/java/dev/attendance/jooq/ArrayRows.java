package dev.attendance.jooq;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Binding;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows as a table for PostgreSQL and H2: one array for each column. The statement is the same
 * however many rows there are, so it is rendered, parsed and planned for next to nothing; and what
 * does not fit a column is refused, never cut.
 */
final class ArrayRows {

  /** jOOQ knows arrays of its own types only, and would send them as text. */
  private static final DataType<Array> ARRAY =
      SQLDataType.OTHER
          .asConvertedDataType(
              Binding.of(
                  Converter.of(Object.class, Array.class, Array.class::cast, array -> array),
                  context -> context.render().sql('?'),
                  context -> {
                    throw new UnsupportedOperationException("arrays are not read");
                  },
                  ArrayRows::bind))
          .notNull();

  private ArrayRows() {}

  /** The rows, to be inserted from there. */
  static <T> QueryPart query(DSLContext open, Columns<T> columns, List<T> rows) {
    return open.family() == SQLDialect.H2
        ? DSL.sql("select * from {0}", table(open, columns, rows))
        : DSL.sql("select {0}", unnested(open, columns, rows));
  }

  /** The rows as a table. */
  static <T> Table<Record> table(DSLContext open, Columns<T> columns, List<T> rows) {
    return DSL.table("unnest({0})", DSL.list(parameters(open, columns, rows)));
  }

  /**
   * One by one, PostgreSQL takes the arrays apart as it goes; as a table, it would write each of
   * them down first. All are of the same length, and so keep step.
   */
  private static <T> QueryPart unnested(DSLContext open, Columns<T> columns, List<T> rows) {
    return DSL.list(
        parameters(open, columns, rows).stream()
            .map(array -> DSL.sql("unnest({0})", array))
            .toList());
  }

  private static <T> List<Field<Array>> parameters(
      DSLContext open, Columns<T> columns, List<T> rows) {
    boolean isH2 = open.family() == SQLDialect.H2;
    return open.connectionResult(
        connection -> {
          List<Field<Array>> parameters = new ArrayList<>();
          for (Object[] array : columns.arrays(rows)) {
            String elements = elements(array);
            Field<Array> parameter = DSL.val(connection.createArrayOf(elements, array), ARRAY);
            parameters.add(isH2 ? typed(parameter, elements) : parameter);
          }
          return parameters;
        });
  }

  /** An array as one value, for PostgreSQL. */
  static Field<Array> array(DSLContext open, Object[] elements) {
    return open.connectionResult(
        connection -> DSL.val(connection.createArrayOf(elements(elements), elements), ARRAY));
  }

  /** Drivers of H2 do not say what is in an array. A text without a length is cut by no cast. */
  private static Field<Array> typed(Field<Array> parameter, String elements) {
    String type = elements.equals("bytea") ? "blob" : elements;
    return DSL.field("cast({0} as " + type + " array)", ARRAY, parameter);
  }

  private static void bind(BindingSetStatementContext<Array> context) {
    try {
      context.statement().setArray(context.index(), context.value());
    } catch (SQLException e) {
      throw new DataAccessException("an array could not be bound", e);
    }
  }

  private static String elements(Object[] array) {
    Class<?> type = array.getClass().getComponentType();
    if (type == String.class) {
      return "varchar";
    }
    if (type == Long.class) {
      return "int8";
    }
    if (type == Integer.class) {
      return "int4";
    }
    if (type == Boolean.class) {
      return "bool";
    }
    if (type == byte[].class) {
      return "bytea";
    }
    throw new IllegalArgumentException("no arrays of " + type.getName());
  }
}
