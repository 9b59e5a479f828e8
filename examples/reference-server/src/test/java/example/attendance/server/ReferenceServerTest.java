package example.attendance.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.testkit.Placeholder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.JdbcTemplate;

class ReferenceServerTest {

  @Test
  void startsOnPostgres() throws Exception {
    assertThat(Placeholder.USES).isNotEmpty();
    try (var postgres = EmbeddedPostgres.start();
        var server =
            new SpringApplicationBuilder(ReferenceServer.class)
                .run(
                    "--server.port=0",
                    "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"))) {
      assertThat(
              server.getBean(JdbcTemplate.class).queryForObject("select version()", String.class))
          .startsWith("PostgreSQL 18");
    }
  }
}
