package dev.attendance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No rule without a property that is named after it and tried often enough. */
class EveryRuleIsProvenTest {

  private static final int FEWEST_TRIES = 1000;

  private static final List<JavaMethod> PROPERTIES =
      new ClassFileImporter()
          .importPackages("dev.attendance").stream()
              .flatMap(type -> type.getMethods().stream())
              .filter(method -> method.isAnnotatedWith(Property.class))
              .toList();

  @ParameterizedTest
  @ValueSource(
      ints = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24
      })
  void aRuleHasAPropertyOfItsOwn(int rule) {
    String prefix = String.format(Locale.ROOT, "r%02d_", rule);
    assertThat(PROPERTIES).anyMatch(property -> property.getName().startsWith(prefix));
  }

  @Test
  void noPropertyIsTriedLessOftenThanItShould() throws IOException {
    assertThat(PROPERTIES)
        .isNotEmpty()
        .allMatch(
            property ->
                property.getAnnotationOfType(Property.class).tries() == Property.TRIES_NOT_SET,
            "leaves it to junit-platform.properties how often it is tried");
    Properties configuration = new Properties();
    try (InputStream in = getClass().getResourceAsStream("/junit-platform.properties")) {
      configuration.load(in);
    }
    assertThat(Integer.parseInt(configuration.getProperty("jqwik.tries.default")))
        .isGreaterThanOrEqualTo(FEWEST_TRIES);
  }
}
