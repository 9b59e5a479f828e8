package example.attendance.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * Takes LiveKit's webhooks and tells attendance, as it is: what an operator sets stands in {@code
 * application.yaml}. All the work is done by the adapter's auto-configuration.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(SecurityConfiguration.class)
public class ReferenceServer {

  /**
   * Starts the server.
   *
   * @param arguments properties, for example {@code --server.port=8081}
   */
  public static void main(String[] arguments) {
    SpringApplication.run(ReferenceServer.class, arguments);
  }
}
