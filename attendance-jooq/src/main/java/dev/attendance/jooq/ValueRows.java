package dev.attendance.jooq;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jooq.Binding;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Rows as lists of values for MariaDB and MySQL, which have no arrays. All of them are one
 * parameter to jOOQ: value by value, it takes several times as long over them as the database does.
 */
final class ValueRows {

  /** Bound from its own position on, so no other parameter may follow. */
  private static final DataType<ValueRows> ROWS =
      SQLDataType.OTHER
          .asConvertedDataType(
              Binding.of(
                  Converter.of(Object.class, ValueRows.class, ValueRows.class::cast, rows -> rows),
                  ValueRows::render,
                  context -> {
                    throw new UnsupportedOperationException("rows are not read");
                  },
                  ValueRows::bind))
          .notNull();

  private final int columns;
  private final List<List<@Nullable Object>> rows;

  private ValueRows(int columns, List<List<@Nullable Object>> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /** The rows, to be inserted from there. The last parameter of a statement. */
  static <T> QueryPart of(Columns<T> columns, List<T> rows) {
    Field<ValueRows> parameter =
        DSL.val(
            new ValueRows(columns.fields().size(), rows.stream().map(columns::values).toList()),
            ROWS);
    return DSL.sql("values {0}", parameter);
  }

  private static void render(BindingSQLContext<ValueRows> context) {
    ValueRows given = context.value();
    String row = "(" + "?, ".repeat(given.columns - 1) + "?)";
    context.render().sql((row + ", ").repeat(given.rows.size() - 1) + row);
  }

  private static void bind(BindingSetStatementContext<ValueRows> context) {
    int position = context.index();
    try {
      for (List<@Nullable Object> row : context.value().rows) {
        for (Object value : row) {
          bind(context.statement(), position++, value);
        }
      }
    } catch (SQLException e) {
      throw new DataAccessException("rows could not be bound", e);
    }
  }

  /** Texts as {@link ExactText} does. */
  private static void bind(PreparedStatement statement, int position, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(position, Types.NULL);
    } else if (value instanceof String text) {
      statement.setBytes(position, text.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(position, bytes);
    } else if (value instanceof Long number) {
      statement.setLong(position, number);
    } else if (value instanceof Integer number) {
      statement.setInt(position, number);
    } else if (value instanceof Boolean flag) {
      statement.setBoolean(position, flag);
    } else {
      throw new IllegalArgumentException("no values of " + value.getClass().getName());
    }
  }
}
