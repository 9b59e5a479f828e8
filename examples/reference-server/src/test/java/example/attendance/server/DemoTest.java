package example.attendance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a newcomer sees first. */
class DemoTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void itPrintsWhoAttendedAndWhereToLook() throws Exception {
    Demo demo = new Demo(out, CapturedLesson.read());
    try (RunningServer server = demo.start(0)) {
      assertThat(demo.run(server)).isTrue();

      String text = printed.toString(StandardCharsets.UTF_8);
      assertThat(text)
          .contains("All were answered with 200")
          .contains("Zoë Exämple")
          .contains(" 100.00 %  PRESENT")
          .contains("李 样本 😀")
          .contains("the server noticed a lost connection")
          .contains("Not counted, being hidden: Hidden Inspector (observer-1)")
          .contains("Tried and never got in: Nemo Nobody (student-09)")
          .contains("This agrees with what the participants' own devices recorded");
      assertThat(text.lines().filter(line -> line.contains("student-")).count())
          .isGreaterThanOrEqualTo(12);
      for (String path :
          text.lines()
              .filter(line -> line.startsWith("  curl -u "))
              .map(line -> line.substring(line.indexOf("http")).replace("'", ""))
              .map(url -> url.substring(server.uri("").toString().length()))
              .toList()) {
        assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
      }
    }
  }
}
