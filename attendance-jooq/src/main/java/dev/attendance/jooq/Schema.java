package dev.attendance.jooq;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Names and types for the table classes. Texts have no length here: H2 casts what is bound to the
 * type given, and a cast cuts what is too long, silently.
 */
final class Schema {

  private Schema() {}

  static Table<Record> table(String name) {
    return DSL.table(DSL.name(name));
  }

  static Field<String> text(Table<Record> table, String name) {
    return DSL.field(DSL.name(table.getName(), name), ExactText.TYPE);
  }

  static Field<Long> number(Table<Record> table, String name) {
    return DSL.field(DSL.name(table.getName(), name), SQLDataType.BIGINT);
  }

  static Field<Integer> count(Table<Record> table, String name) {
    return DSL.field(DSL.name(table.getName(), name), SQLDataType.INTEGER);
  }

  static Field<Boolean> flag(Table<Record> table, String name) {
    return DSL.field(DSL.name(table.getName(), name), SQLDataType.BOOLEAN);
  }

  static Field<byte[]> bytes(Table<Record> table, String name) {
    return DSL.field(DSL.name(table.getName(), name), SQLDataType.BLOB);
  }
}
