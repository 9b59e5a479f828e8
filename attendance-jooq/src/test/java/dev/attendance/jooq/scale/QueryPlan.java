package dev.attendance.jooq.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.tools.json.JSONArray;
import org.jooq.tools.json.JSONObject;
import org.jooq.tools.json.JSONParser;
import org.jooq.tools.json.ParseException;

/** How PostgreSQL would execute a statement. */
final class QueryPlan {

  /**
   * A look at a table.
   *
   * @param table which
   * @param how what the plan calls it
   * @param index by which index; empty if by none
   * @param condition what the index looks up; empty if it is read as it comes
   */
  record Access(String table, String how, String index, String condition) {}

  private final List<Access> accesses = new ArrayList<>();

  private QueryPlan() {}

  /** Of what {@code explain (format json)} answers. */
  static QueryPlan parse(String json) {
    QueryPlan plan = new QueryPlan();
    try {
      JSONArray statements = (JSONArray) new JSONParser().parse(json);
      plan.read((Map<?, ?>) ((JSONObject) statements.get(0)).get("Plan"), "");
    } catch (ParseException e) {
      throw new IllegalStateException(json, e);
    }
    return plan;
  }

  /** The part of a bitmap scan that names the index does not name the table: its parent does. */
  private void read(Map<?, ?> node, String tableOfParent) {
    String table = text(node, "Relation Name", tableOfParent);
    String how = text(node, "Node Type", "");
    if (how.endsWith("Scan") && !how.equals("Bitmap Heap Scan") && !table.isEmpty()) {
      accesses.add(
          new Access(table, how, text(node, "Index Name", ""), text(node, "Index Cond", "")));
    }
    if (node.get("Plans") instanceof List<?> parts) {
      String passedOn = how.startsWith("Bitmap") ? table : "";
      parts.forEach(part -> read((Map<?, ?>) part, passedOn));
    }
  }

  private static String text(Map<?, ?> node, String name, String otherwise) {
    Object value = node.get(name);
    return value == null ? otherwise : value.toString();
  }

  /** The looks at big tables that go through more than what was asked for. */
  List<Access> wasteful(Set<String> bigTables, Map<String, String> firstColumns) {
    return accesses.stream()
        .filter(access -> bigTables.contains(access.table()))
        .filter(
            access ->
                access.index().isEmpty()
                    || !access.condition().contains(firstColumns.get(access.index())))
        .toList();
  }
}
