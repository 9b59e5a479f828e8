package dev.attendance.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Spring Boot's own rules for auto-configurations. */
@AnalyzeClasses(
    packages = "dev.attendance.spring",
    importOptions = ImportOption.DoNotIncludeTests.class)
class AutoConfigurationRulesTest {

  @ArchTest
  static final ArchRule ONLY_AUTO_CONFIGURATIONS_ARE_PUBLIC =
      classes()
          .that()
          .arePublic()
          .should()
          .beAnnotatedWith(AutoConfiguration.class)
          .andShould()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule THEY_HAVE_NO_PUBLIC_METHODS =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(AutoConfiguration.class)
          .should()
          .notBePublic();

  @ArchTest
  static final ArchRule NOTHING_IS_SCANNED =
      noClasses()
          .that()
          .areNotMetaAnnotatedWith(Configuration.class)
          .should()
          .beMetaAnnotatedWith(Component.class);

  /** Types that Spring Boot 4 moved may be named, but not used. */
  @ArchTest
  static final ArchRule NOTHING_THAT_MOVED_IS_USED =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.boot.jdbc..",
              "org.springframework.boot.autoconfigure.jdbc..",
              "org.springframework.boot.flyway..",
              "org.springframework.boot.autoconfigure.flyway..",
              "org.springframework.boot.webmvc..",
              "org.springframework.boot.web..",
              "org.springframework.boot.autoconfigure.web..",
              "org.springframework.boot.health..",
              "org.springframework.boot.actuate..");

  @Test
  void allOfThemAreRegistered() {
    assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
        .filteredOn(name -> name.startsWith("dev.attendance."))
        .containsExactlyInAnyOrder(
            AttendanceApiAutoConfiguration.class.getName(),
            AttendanceAutoConfiguration.class.getName(),
            AttendanceJobsAutoConfiguration.class.getName(),
            AttendanceMetricsAutoConfiguration.class.getName(),
            AttendanceStoreAutoConfiguration.class.getName(),
            AttendanceWebhookAutoConfiguration.class.getName());
  }
}
