package dev.attendance.record;

import java.time.Duration;

/**
 * With whom a person was there, by the best values, inside the window. In milliseconds.
 *
 * @param withHost how long while a host was there too; of a host, while another one was
 * @param alone how long while nobody else who counts was there
 */
public record Company(Duration withHost, Duration alone) {

  /** Not there at all. */
  public static final Company NONE = new Company(Duration.ZERO, Duration.ZERO);

  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public Company {
    Durations.check("withHost", withHost);
    Durations.check("alone", alone);
  }
}
