/** Spring Boot auto-configuration. */
@NullMarked
package dev.attendance.spring;

import org.jspecify.annotations.NullMarked;
