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
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

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

  static <T> Table<Record> of(DSLContext open, List<T> rows, Columns<T> columns) {
    List<Field<?>> fields = columns.fields();
    List<Object[]> arrays = new ArrayList<>(fields.size());
    for (Field<?> field : fields) {
      arrays.add((Object[]) java.lang.reflect.Array.newInstance(field.getType(), rows.size()));
    }
    for (int row = 0; row < rows.size(); row++) {
      List<@Nullable Object> values = columns.values(rows.get(row));
      for (int column = 0; column < arrays.size(); column++) {
        arrays.get(column)[row] = values.get(column);
      }
    }
    boolean isH2 = open.family() == SQLDialect.H2;
    return open.connectionResult(
        connection -> {
          List<Field<?>> parameters = new ArrayList<>(arrays.size());
          for (Object[] array : arrays) {
            String elements = elements(array);
            Field<Array> parameter = DSL.val(connection.createArrayOf(elements, array), ARRAY);
            parameters.add(isH2 ? typed(parameter, elements) : parameter);
          }
          return DSL.table("unnest({0})", DSL.list(parameters));
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
