package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.Attendance;
import dev.attendance.session.SessionId;
import dev.attendance.testkit.Events;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The tables are called as the operator says, and are not compared if he does not want it. */
class DatabaseTablesTest {

  @Test
  void thePrefixAndTheSchemaAreTheOperators() throws Exception {
    try (ConfigurableApplicationContext context =
        start(
            "spring.datasource.url=jdbc:h2:mem:names;INIT=create schema if not exists campus",
            "attendance.schema.create=true",
            "attendance.schema.prefix=school_",
            "attendance.schema.name=campus")) {
      Attendance attendance = context.getBean(Attendance.class);
      attendance.record(List.of(Events.in("RM_1").joined("ann", 1)));
      attendance.foldPending().runOnce();
      assertThat(attendance.report(new SessionId("RM_1"))).isPresent();

      Set<String> tables = tables(context.getBean(DataSource.class));
      assertThat(tables).contains("CAMPUS.SCHOOL_EVENT", "CAMPUS.SCHOOL_SCHEMA");
      assertThat(tables).noneMatch(table -> table.contains("ATTENDANCE"));
    }
  }

  @Test
  void tablesThatDifferWillDoIfTheOperatorSaysSo() throws Exception {
    String url = "spring.datasource.url=jdbc:h2:mem:differ;DB_CLOSE_DELAY=-1";
    try (ConfigurableApplicationContext context = start(url, "attendance.schema.create=true")) {
      try (Connection open = context.getBean(DataSource.class).getConnection();
          Statement statement = open.createStatement()) {
        statement.execute("drop index attendance_room_by_name");
      }
    }
    try (ConfigurableApplicationContext context = start(url, "attendance.schema.validate=false")) {
      context.getBean(Attendance.class).checkWritable();
    }
  }

  private static ConfigurableApplicationContext start(String... properties) {
    return new SpringApplicationBuilder(TestApplication.class)
        .web(WebApplicationType.NONE)
        .properties(properties)
        .run();
  }

  private static Set<String> tables(DataSource database) throws SQLException {
    Set<String> tables = new TreeSet<>();
    try (Connection open = database.getConnection();
        ResultSet found = open.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_SCHEM") + "." + found.getString("TABLE_NAME"));
      }
    }
    tables.removeIf(table -> table.startsWith("INFORMATION_SCHEMA"));
    return tables;
  }
}
