package example.attendance.server;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * The webhook and its health are open to everybody, for a webhook proves itself by its signature.
 * All else takes credentials. Nobody is given a session.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerProperties.class)
class SecurityConfiguration {

  /** Basic authentication is left out here: LiveKit's token comes in the same header. */
  @Bean
  @Order(1)
  SecurityFilterChain webhookSecurity(
      HttpSecurity http, @Value("${attendance.webhook.path:/webhooks/livekit}") String path)
      throws Exception {
    return withoutState(http)
        .securityMatchers(
            matched ->
                matched
                    .requestMatchers(HttpMethod.POST, path)
                    .requestMatchers(HttpMethod.GET, path + "/health"))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain security(HttpSecurity http) throws Exception {
    return withoutState(http)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .httpBasic(Customizer.withDefaults())
        .build();
  }

  /** The rest of the server is there to be read only: no forged request can change anything. */
  private static HttpSecurity withoutState(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  @Bean
  UserDetailsService users(ServerProperties properties) {
    // As it stands: it is in the environment in plain text anyway, and every single request would
    // pay for a slow hash.
    return new InMemoryUserDetailsManager(
        User.withUsername(properties.requiredUsername())
            .password("{noop}" + properties.requiredPassword())
            .build());
  }
}
