package dev.attendance.spring;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The read API: attendance as JSON, personal data included. Whoever opens it protects it.
 *
 * @param enabled Whether attendance can be read over HTTP. It shows personal data: the application
 *     has to protect it.
 * @param path Path of the read API.
 */
record ApiProperties(
    @DefaultValue("false") boolean enabled, @DefaultValue("/attendance") String path) {
  ApiProperties {
    PropertyChecks.path("path", path);
  }
}
