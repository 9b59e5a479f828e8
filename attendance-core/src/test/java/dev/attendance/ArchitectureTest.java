package dev.attendance;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.properties.HasParameterTypes;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape of this module: which package may see which.
 *
 * <p>Arrows run one way: time, event, cycle, session, record, report each see only those before
 * them; the store ports see the model; the facade sees all.
 */
@AnalyzeClasses(packages = "dev.attendance", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final List<String> MODEL =
      List.of("time", "event", "cycle", "session", "record", "report");
  private static final String FACADE = "dev.attendance";
  private static final String MEMORY = "dev.attendance.store.memory..";
  private static final String LIVEKIT = "dev.attendance.livekit..";
  private static final String REPORTS = "dev.attendance.report..";
  private static final String SLF4J = "org.slf4j..";
  private static final String JACKSON = "tools.jackson..";
  private static final String CSV = "de.siegmar.fastcsv..";

  @ArchTest static final ArchRule TIME = modelPackage("time");
  @ArchTest static final ArchRule EVENT = modelPackage("event");
  @ArchTest static final ArchRule CYCLE = modelPackage("cycle");
  @ArchTest static final ArchRule SESSION = modelPackage("session");
  @ArchTest static final ArchRule RECORD = modelPackage("record");
  @ArchTest static final ArchRule REPORT = modelPackage("report", JACKSON, CSV);

  @ArchTest
  static final ArchRule STORE_PORTS_SEE_THE_MODEL =
      classes()
          .that(resideInAPackage("dev.attendance.store..").and(not(resideInAPackage(MEMORY))))
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(modelUpTo("report"))
                  .or(resideInAPackage("dev.attendance.store.."))
                  .and(not(resideInAPackage(MEMORY))))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule MEMORY_STORE_SEES_MODEL_AND_PORTS =
      classes()
          .that()
          .resideInAPackage(MEMORY)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(modelUpTo("report", "dev.attendance.store..", SLF4J)))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule FACADE_SEES_THE_LIBRARY =
      classes()
          .that()
          .resideInAPackage(FACADE)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify.annotations..", "dev.attendance..", SLF4J))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule LIVEKIT_DOES_NOT_SEE_THE_MEMORY_STORE =
      noClasses()
          .that()
          .resideInAPackage(LIVEKIT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(MEMORY)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_LIVEKIT_AND_REPORTS_SEE_JACKSON =
      noClasses()
          .that()
          .resideOutsideOfPackages(LIVEKIT, REPORTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JACKSON, "com.fasterxml.jackson..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_LIVEKIT_SEES_JJWT =
      noClasses()
          .that()
          .resideOutsideOfPackage(LIVEKIT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.jsonwebtoken..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_REPORTS_SEE_THE_CSV_LIBRARY =
      noClasses()
          .that()
          .resideOutsideOfPackage(REPORTS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(CSV)
          .allowEmptyShould(true);

  /**
   * No framework and no database, whatever the class path holds; the JDK's crypto and HTTP are
   * fine.
   */
  @ArchTest
  static final ArchRule NO_FRAMEWORK_AND_NO_DATABASE =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "javax.crypto..",
                      "org.jspecify.annotations..",
                      "dev.attendance..",
                      SLF4J,
                      CSV,
                      JACKSON,
                      "com.fasterxml.jackson.annotation..",
                      "io.jsonwebtoken..")
                  .and(not(resideInAnyPackage("java.sql..", "java.util.logging.."))));

  @ArchTest
  static final ArchRule EVERY_CLASS_HAS_ITS_PLACE =
      classes()
          .should(
              be(
                  resideInAnyPackage(
                      FACADE,
                      "dev.attendance.time..",
                      "dev.attendance.event..",
                      "dev.attendance.cycle..",
                      "dev.attendance.session..",
                      "dev.attendance.record..",
                      "dev.attendance.report..",
                      "dev.attendance.store..",
                      LIVEKIT)));

  @ArchTest static final ArchRule NO_JAVA_UTIL_LOGGING = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  /**
   * Time is an argument. Only the facade's builder picks the system clock, where none was given.
   */
  @ArchTest
  static final ArchRule NO_HIDDEN_CLOCK =
      noClasses()
          .that(not(facadeBuilder()))
          .should()
          .accessTargetWhere(readsSystemClock())
          .allowEmptyShould(true);

  private static ArchRule modelPackage(String name, String... extra) {
    return classes()
        .that()
        .resideInAPackage("dev.attendance." + name + "..")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(modelUpTo(name, extra)))
        .allowEmptyShould(true);
  }

  /** The JDK, the null annotations, the model packages up to the named one, and the extra ones. */
  private static String[] modelUpTo(String name, String... extra) {
    var seen = new ArrayList<>(List.of("java..", "org.jspecify.annotations.."));
    for (var model : MODEL.subList(0, MODEL.indexOf(name) + 1)) {
      seen.add("dev.attendance." + model + "..");
    }
    seen.addAll(List.of(extra));
    return seen.toArray(String[]::new);
  }

  private static DescribedPredicate<JavaClass> facadeBuilder() {
    return DescribedPredicate.describe(
        "the facade's builder",
        type -> type.getPackageName().equals(FACADE) && type.getSimpleName().endsWith("Builder"));
  }

  private static DescribedPredicate<JavaAccess<?>> readsSystemClock() {
    return DescribedPredicate.describe(
        "the system clock is read",
        access -> {
          var owner = access.getTargetOwner().getName();
          var name = access.getTarget().getName();
          var parameters =
              access.getTarget() instanceof HasParameterTypes target
                  ? target.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                  : List.<String>of();
          return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.InstantSource" -> name.equals("system");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.util.Date", "java.util.GregorianCalendar" ->
                name.equals(JavaConstructor.CONSTRUCTOR_NAME) && parameters.isEmpty();
            case "java.util.Calendar" -> name.equals("getInstance");
            // clock.instant() and LocalDate.now(clock) read the clock that was handed in.
            default ->
                owner.startsWith("java.time.")
                    && name.equals("now")
                    && !parameters.contains("java.time.Clock");
          };
        });
  }
}
