package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attendance.jooq.AttendanceSchema;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** An application that lacks a setting does not start, and says which. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {

  @Test
  void withoutAnApiKey(CapturedOutput output) {
    refused("attendance.store=memory");

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("attendance.livekit.api-key")
        .contains("attendance.livekit.api-secret");
  }

  @Test
  void withoutTheSecretOfItsApiKey(CapturedOutput output) {
    refused("attendance.store=memory", "attendance.livekit.api-key=devkey");

    assertThat(output).contains("attendance.livekit.api-secret is missing");
  }

  @Test
  void withASecretThatIsBlank(CapturedOutput output) {
    refused(
        "attendance.store=memory",
        "attendance.livekit.api-key=devkey",
        "attendance.livekit.api-secret=");

    assertThat(output).contains("attendance.livekit.api-secret is missing");
  }

  @Test
  void withoutTheSecretOfOneOfSeveralKeys(CapturedOutput output) {
    refused("attendance.store=memory", "attendance.livekit.api-keys.one=");

    assertThat(output).contains("Give every key in attendance.livekit.api-keys its secret");
  }

  @Test
  void withoutTheTables(CapturedOutput output) {
    refused(
        "spring.datasource.url=jdbc:h2:mem:without-tables",
        "attendance.livekit.api-key=devkey",
        "attendance.livekit.api-secret=hush");

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("attendance.schema.create=true")
        .doesNotContain("hush");
  }

  @Test
  void withATableThatIsNotAsItShouldBe(CapturedOutput output) throws Exception {
    JdbcDataSource database = new JdbcDataSource();
    database.setUrl("jdbc:h2:mem:otherwise;DB_CLOSE_DELAY=-1");
    database.setUser("sa");
    AttendanceSchema.of(SQLDialect.H2).create(database);
    try (Connection open = database.getConnection();
        Statement statement = open.createStatement()) {
      statement.execute("alter table attendance_mark drop column answered_at");
    }
    refused(
        "spring.datasource.url=" + database.getUrl(),
        "attendance.livekit.api-key=devkey",
        "attendance.livekit.api-secret=hush");

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("column attendance_mark.answered_at is missing")
        .contains("attendance.schema.validate=false")
        .doesNotContain("hush");
  }

  @Test
  void withNamesThatTablesCannotHave(CapturedOutput output) {
    refused(
        "spring.datasource.url=jdbc:h2:mem:bad-names",
        "attendance.schema.prefix=Robert'); drop table students",
        "attendance.livekit.api-key=devkey",
        "attendance.livekit.api-secret=hush");

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("attendance.schema.prefix")
        .contains("lower-case letters");
  }

  private static void refused(String... properties) {
    List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
    for (String property : properties) {
      arguments.add("--" + property);
    }
    assertThatThrownBy(
            () ->
                new SpringApplicationBuilder(TestApplication.class)
                    .web(WebApplicationType.SERVLET)
                    .run(arguments.toArray(String[]::new)))
        .isInstanceOf(RuntimeException.class);
  }
}
