package dev.attendance.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads CSV by the letter of RFC 4180, one character after the other. */
final class Csv {

  private final List<List<String>> rows = new ArrayList<>();

  private Csv() {}

  static List<List<String>> rows(CharSequence text) {
    Csv csv = new Csv();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        boolean pair = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        quoted = c != '"' || pair;
        if (quoted) {
          cell.append(c);
        }
        i += pair ? 1 : 0;
      } else if (c == '"') {
        if (!cell.isEmpty()) {
          throw new AssertionError("a quote inside an unquoted cell");
        }
        quoted = true;
      } else if (c == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\r') {
        if (text.charAt(++i) != '\n') {
          throw new AssertionError("CR without LF");
        }
        row.add(cell.toString());
        cell.setLength(0);
        csv.rows.add(row);
        row = new ArrayList<>();
      } else if (c == '\n') {
        throw new AssertionError("LF without CR");
      } else {
        cell.append(c);
      }
    }
    if (quoted || !cell.isEmpty() || !row.isEmpty()) {
      throw new AssertionError("the last row does not end");
    }
    return csv.rows;
  }

  /** Each row after the header by the names of the columns. */
  static List<Map<String, String>> table(CharSequence text) {
    List<List<String>> rows = rows(text);
    List<Map<String, String>> table = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      if (row.size() != rows.get(0).size()) {
        throw new AssertionError("a row of " + row.size() + " cells");
      }
      Map<String, String> named = new HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        named.put(rows.get(0).get(i), row.get(i));
      }
      table.add(named);
    }
    return table;
  }
}
