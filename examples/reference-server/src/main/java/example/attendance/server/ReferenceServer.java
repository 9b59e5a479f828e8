package example.attendance.server;

import dev.attendance.spring.AttendanceAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The reference server. */
@SpringBootApplication
public class ReferenceServer {
  static final Class<?> WIRED = AttendanceAutoConfiguration.class;

  /** Starts the server. */
  public static void main(String[] args) {
    SpringApplication.run(ReferenceServer.class, args);
  }
}
