package dev.attendance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attendance.testkit.Placeholder;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AttendanceAutoConfigurationTest {

  @Test
  void isWired() {
    assertThat(Placeholder.USES).isNotEmpty();
    assertThat(SpringBootVersion.getVersion()).isNotEmpty();
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(AttendanceAutoConfiguration.class))
        .run(context -> assertThat(context).hasSingleBean(AttendanceAutoConfiguration.class));
  }
}
