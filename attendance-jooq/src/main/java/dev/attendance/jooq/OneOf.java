package dev.attendance.jooq;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * That a column has one of some values. On PostgreSQL they are one array, so that there is one
 * statement for any number of them, which is rendered, parsed and planned for next to nothing;
 * elsewhere lists, as long as a statement may have.
 */
final class OneOf {

  private OneOf() {}

  /** Conditions of which each covers some of the values, all of them together; none for none. */
  static List<Condition> of(DSLContext open, Field<String> field, Collection<String> values) {
    if (values.isEmpty()) {
      return List.of();
    }
    if (open.family() == SQLDialect.POSTGRES) {
      return List.of(
          DSL.condition(
              "{0} = any({1})", field, ArrayRows.array(open, values.toArray(String[]::new))));
    }
    List<Condition> conditions = new ArrayList<>();
    Chunks.<String>of(values).forEach(chunk -> conditions.add(field.in(chunk)));
    return conditions;
  }
}
