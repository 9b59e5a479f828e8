package dev.attendance.livekit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Writes protobuf's JSON in all the ways it may be written, for tests: an independent statement of
 * what the decoder must read.
 */
final class ProtoJsonText {

  /**
   * How to write.
   *
   * @param snakeCase protobuf's own field names rather than lowerCamelCase
   * @param int64AsNumber 64-bit integers as numbers rather than strings
   * @param enumAsNumber enums by number rather than name
   * @param explicit defaults written out rather than left out
   * @param nulls defaults written as null, if they are written out
   * @param unknownFields fields of later versions strewn in
   * @param spaces white space where it is allowed
   * @param shuffle the seed of the order of fields
   */
  record Style(
      boolean snakeCase,
      boolean int64AsNumber,
      boolean enumAsNumber,
      boolean explicit,
      boolean nulls,
      boolean unknownFields,
      boolean spaces,
      long shuffle) {

    static final Style LIVEKIT = new Style(false, false, false, false, false, false, false, 0);
  }

  private final Style style;
  private final List<String> fields = new ArrayList<>();

  ProtoJsonText(Style style) {
    this.style = style;
  }

  ProtoJsonText string(String name, String value) {
    return field(name, value.isEmpty(), quoted(value));
  }

  ProtoJsonText int64(String name, long value) {
    return field(name, value == 0, style.int64AsNumber ? "" + value : quoted("" + value));
  }

  ProtoJsonText bool(String name, boolean value) {
    return field(name, !value, "" + value);
  }

  ProtoJsonText enumeration(String name, String value, int number) {
    return field(name, number == 0, style.enumAsNumber ? "" + number : quoted(value));
  }

  ProtoJsonText message(String name, ProtoJsonText value) {
    return field(name, value.fields.isEmpty(), value.json());
  }

  private ProtoJsonText field(String name, boolean isDefault, String value) {
    if (!isDefault || style.explicit) {
      fields.add(quoted(spelled(name)) + colon() + (isDefault && style.nulls ? "null" : value));
    }
    return this;
  }

  String json() {
    List<String> all = new ArrayList<>(fields);
    if (style.unknownFields) {
      Map.of(
              "futureText", "\"{\\\"sid\\\":\\\"x\\\"}\"",
              "futureList", "[{\"sid\":\"x\",\"name\":[1,2.5e3,true,null]},[]]",
              "futureMessage", "{\"event\":\"x\",\"id\":{\"createdAt\":\"x\"}}",
              "futureNumber", "-1.25E+10",
              "Ünbekannt", "false")
          .forEach((name, value) -> all.add(quoted(name) + colon() + value));
    }
    java.util.Collections.shuffle(all, new Random(style.shuffle));
    return "{" + space() + String.join(space() + "," + space(), all) + space() + "}";
  }

  private String spelled(String name) {
    return style.snakeCase ? name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) : name;
  }

  private String colon() {
    return space() + ":" + space();
  }

  private String space() {
    return style.spaces ? " \n\t\r" : "";
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '"' || unit == '\\') {
        json.append('\\').append(unit);
      } else if (unit < ' ') {
        json.append("\\u%04x".formatted((int) unit));
      } else {
        json.append(unit);
      }
    }
    return json.append('"').toString();
  }
}
