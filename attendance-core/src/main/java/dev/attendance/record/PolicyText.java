package dev.attendance.record;

import dev.attendance.cycle.OpenEnd;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The canonical text of a policy: its fields as {@code name=value}, each once, in a fixed order,
 * with a space between them. The policy's name is URL-encoded, so that it has no space in it.
 */
final class PolicyText {

  private record Field(
      String name,
      Function<AttendancePolicy, String> write,
      BiConsumer<AttendancePolicyBuilder, String> read) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field(
              "policy",
              policy -> URLEncoder.encode(policy.id().name(), StandardCharsets.UTF_8),
              (builder, text) ->
                  builder.id(new PolicyId(URLDecoder.decode(text, StandardCharsets.UTF_8), 1))),
          new Field(
              "version",
              policy -> Integer.toString(policy.id().version()),
              (builder, text) -> builder.version(Integer.parseInt(text))),
          new Field(
              "denominator",
              policy -> policy.denominator().name(),
              (builder, text) -> builder.denominator(Denominator.valueOf(text))),
          new Field(
              "present",
              policy -> policy.present().toText(),
              (builder, text) -> builder.present(Threshold.parse(text))),
          new Field(
              "partial",
              policy -> policy.partial().toText(),
              (builder, text) -> builder.partial(Threshold.parse(text))),
          new Field(
              "lateAfter",
              policy -> policy.lateAfter().toString(),
              (builder, text) -> builder.lateAfter(Duration.parse(text))),
          new Field(
              "leftEarlyBefore",
              policy -> policy.leftEarlyBefore().toString(),
              (builder, text) -> builder.leftEarlyBefore(Duration.parse(text))),
          new Field(
              "reconnectGrace",
              policy -> policy.reconnectGrace().toString(),
              (builder, text) -> builder.reconnectGrace(Duration.parse(text))),
          new Field(
              "breakouts",
              policy -> policy.breakouts().name(),
              (builder, text) -> builder.breakouts(Breakouts.valueOf(text))),
          new Field(
              "openEnd",
              policy -> policy.openCycles().bestEnd().name(),
              (builder, text) -> builder.openEnd(OpenEnd.valueOf(text))),
          new Field(
              "longestOpen",
              policy -> policy.openCycles().longestOpen().toString(),
              (builder, text) -> builder.longestOpen(Duration.parse(text))));

  private PolicyText() {}

  static String write(AttendancePolicy policy) {
    StringBuilder text = new StringBuilder();
    for (Field field : FIELDS) {
      text.append(text.isEmpty() ? "" : " ")
          .append(field.name())
          .append('=')
          .append(field.write().apply(policy));
    }
    return text.toString();
  }

  static AttendancePolicy read(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : text.split(" ", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (equals < 0 || FIELDS.stream().noneMatch(field -> field.name().equals(name))) {
        throw refused("must have the fields " + names() + " only, each as name=value");
      }
      if (values.put(name, part.substring(equals + 1)) != null) {
        throw refused(name + ": must be there once");
      }
    }
    AttendancePolicyBuilder builder = AttendancePolicy.standard().toBuilder();
    for (Field field : FIELDS) {
      String value = values.get(field.name());
      if (value == null) {
        throw refused(field.name() + ": must be there");
      }
      read(field, value, builder);
    }
    return builder.build();
  }

  private static void read(Field field, String value, AttendancePolicyBuilder builder) {
    try {
      field.read().accept(builder, value);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          "policy text, " + field.name() + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static IllegalArgumentException refused(String rule) {
    return new IllegalArgumentException("policy text: " + rule);
  }

  private static List<String> names() {
    return FIELDS.stream().map(Field::name).toList();
  }
}
