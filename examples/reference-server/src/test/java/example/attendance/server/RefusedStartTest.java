package example.attendance.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Without one of the four settings that have no default, the server does not start. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {

  private static final List<String> REQUIRED =
      List.of(
          "attendance.livekit.api-key",
          "attendance.livekit.api-secret",
          "attendance.server.username",
          "attendance.server.password");

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attendance.livekit.api-key",
        "attendance.livekit.api-secret",
        "attendance.server.username",
        "attendance.server.password"
      })
  void whatIsMissingIsNamed(String missing, CapturedOutput output) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--server.port=0");
    arguments.add("--spring.datasource.url=jdbc:h2:file:" + directory.resolve("attendance"));
    REQUIRED.stream()
        .filter(name -> !name.equals(missing))
        .forEach(name -> arguments.add("--" + name + "=hush-hush"));

    assertThatThrownBy(
            () -> SpringApplication.run(ReferenceServer.class, arguments.toArray(String[]::new)))
        .isInstanceOf(RuntimeException.class);

    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains(missing)
        .doesNotContain("hush-hush");
  }
}
