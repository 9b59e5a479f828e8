package dev.attendance.jooq;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Finds settings by which a database acknowledges a commit that it could still lose. */
final class Durability {

  private Durability() {}

  static List<String> warnings(Database database) {
    return database.read(
        open -> {
          if (Dialects.isMySql(database.dialect())) {
            return warningsOfMySql(open);
          }
          return database.dialect().family() == SQLDialect.H2
              ? warningsOfH2(open)
              : warningsOfPostgreSql(open);
        });
  }

  private static List<String> warningsOfH2(DSLContext open) {
    String path = String.valueOf(open.fetchSingle("select database_path()").get(0));
    if (path.equals("null")) {
      return List.of("H2 keeps this database in memory: everything is lost when the process ends.");
    }
    // The setting of the database, and once more that of the URL if it has one.
    return open
        .fetch(
            "select setting_value from information_schema.settings where setting_name = {0}",
            DSL.inline("WRITE_DELAY"))
        .stream()
        .map(row -> String.valueOf(row.get(0)))
        .filter(delay -> !delay.equals("0"))
        .limit(1)
        .map(
            delay ->
                "H2 writes commits to its file up to "
                    + delay
                    + " ms late: what was acknowledged by then is lost if the process is killed."
                    + " Add ;WRITE_DELAY=0 to the URL.")
        .toList();
  }

  private static List<String> warningsOfPostgreSql(DSLContext open) {
    List<String> warnings = new ArrayList<>();
    if (isOff(open, "synchronous_commit")) {
      warnings.add(
          "PostgreSQL runs with synchronous_commit=off: what was acknowledged just before a crash"
              + " of the server is lost. Set it to on, for this user or database at least.");
    }
    if (isOff(open, "fsync")) {
      warnings.add(
          "PostgreSQL runs with fsync=off: a crash of its machine can destroy the whole database.");
    }
    if (isOff(open, "full_page_writes")) {
      warnings.add(
          "PostgreSQL runs with full_page_writes=off: a crash of its machine can destroy pages.");
    }
    return warnings;
  }

  static List<String> warningsOfMySql(DSLContext open) {
    List<String> warnings = new ArrayList<>();
    String flush = variable(open, "innodb_flush_log_at_trx_commit");
    if (flush.equals("0") || flush.equals("2")) {
      warnings.add(
          "The database runs with innodb_flush_log_at_trx_commit="
              + flush
              + ": what was acknowledged in the second before a crash is lost. Set it to 1.");
    }
    if (variable(open, "log_bin").equals("1") && !variable(open, "sync_binlog").equals("1")) {
      warnings.add(
          "The database runs with sync_binlog="
              + variable(open, "sync_binlog")
              + ": after a crash of its machine it takes back what the binary log had not yet on"
              + " disk, though it was acknowledged. Set it to 1.");
    }
    if (List.of("0", "OFF").contains(variable(open, "innodb_doublewrite"))) {
      warnings.add(
          "The database runs with innodb_doublewrite=OFF: a crash of its machine can destroy"
              + " pages.");
    }
    return warnings;
  }

  private static String variable(DSLContext open, String name) {
    return String.valueOf(open.fetchSingle("select @@global." + name).get(0));
  }

  private static boolean isOff(DSLContext open, String setting) {
    return "off".equals(open.fetchSingle("select current_setting({0})", setting).get(0));
  }
}
