package dev.attendance.jooq;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Configuration;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * How texts are bound and read: as texts or, on MariaDB and MySQL, whose columns hold UTF-8, as
 * bytes. So no charset and no collation of a connection has a say in them.
 */
final class ExactText implements Binding<String, String> {

  private static final long serialVersionUID = 1;

  static final DataType<String> TYPE = SQLDataType.VARCHAR.asConvertedDataType(new ExactText());

  private final Binding<?, String> asText = SQLDataType.VARCHAR.getBinding();

  private ExactText() {}

  private static boolean isBytes(Configuration configuration) {
    return Dialects.isMySql(configuration.dialect());
  }

  @Override
  public Converter<String, String> converter() {
    return Converter.of(String.class, String.class, text -> text, text -> text);
  }

  @Override
  public void sql(BindingSQLContext<String> context) throws SQLException {
    asText.sql(context);
  }

  @Override
  public void set(BindingSetStatementContext<String> context) throws SQLException {
    if (isBytes(context.configuration())) {
      context.statement().setBytes(context.index(), bytes(context.value()));
    } else {
      asText.set(context);
    }
  }

  @Override
  public void get(BindingGetResultSetContext<String> context) throws SQLException {
    if (isBytes(context.configuration())) {
      context.value(text(context.resultSet().getBytes(context.index())));
    } else {
      asText.get(context);
    }
  }

  private static byte @Nullable [] bytes(@Nullable String text) {
    return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable String text(byte @Nullable [] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  // Of procedures and objects, which we have none of.

  @Override
  public void register(BindingRegisterContext<String> context) throws SQLException {
    asText.register(context);
  }

  @Override
  public void get(BindingGetStatementContext<String> context) throws SQLException {
    asText.get(context);
  }

  @Override
  public void set(BindingSetSQLOutputContext<String> context) throws SQLException {
    asText.set(context);
  }

  @Override
  public void get(BindingGetSQLInputContext<String> context) throws SQLException {
    asText.get(context);
  }
}
