package dev.attendance.spring;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** What an application brings: nothing but the wish to be configured. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class TestApplication {}
