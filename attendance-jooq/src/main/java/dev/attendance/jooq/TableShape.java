package dev.attendance.jooq;

import java.util.List;
import java.util.Map;

/**
 * What a table looks like, as a script demands it or as a database has it. All names in lower case.
 *
 * @param columns by their names
 * @param key the columns of the primary key, in its order; empty if there is none
 * @param indexes by their names, the primary key's own aside
 * @param engine what keeps it, on MariaDB and MySQL; empty elsewhere
 */
record TableShape(
    Map<String, Column> columns, List<String> key, Map<String, Index> indexes, String engine) {

  /**
   * A column.
   *
   * @param type as the scripts write it, with its length
   * @param nullable whether it may be null
   * @param collation the one that is said; empty if it is the database's own
   * @param filled whether the database puts in a value if none is given, null at least
   */
  record Column(String type, boolean nullable, String collation, boolean filled) {}

  /**
   * An index.
   *
   * @param columns in their order, "desc" behind those that are sorted downwards
   * @param partial whether it has some of the rows only
   * @param unique whether it refuses rows that are equal in these columns
   */
  record Index(List<String> columns, boolean partial, boolean unique) {}
}
