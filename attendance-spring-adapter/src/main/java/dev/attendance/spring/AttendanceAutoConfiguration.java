package dev.attendance.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;

/** Wires the library into a Spring Boot application. */
@AutoConfiguration
public class AttendanceAutoConfiguration {}
