package dev.attendance.livekit;

import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON form of protobuf messages as tolerantly as protobuf's own parsers do: a field that
 * is left out or {@code null} has its default (empty, zero, false), 64-bit integers come as strings
 * or as numbers, unknown fields are skipped.
 *
 * <p>In one thing it is more tolerant: of a field that comes twice in one object, under whichever
 * of its two spellings, the last counts.
 */
final class ProtoJson {

  /**
   * The deepest nesting that is read. Whoever joins a room chooses nothing that nests: metadata and
   * attributes are strings.
   */
  static final int DEEPEST_NESTING = 64;

  /** The most digits of a number that are read. */
  static final int LONGEST_NUMBER = 64;

  /**
   * The longest string and the longest name of a field that are read, in UTF-16 code units.
   * Generous, because whoever joins a room may choose their attributes' names, and must not be able
   * to make their own events undecodable.
   */
  static final int LONGEST_STRING = 1 << 20;

  /**
   * The longest message in bytes that is read by the one factory. A factory keeps the names of
   * fields, thousands of them, and whoever joins a room may make up as many and as long ones as
   * they like: longer messages have a factory of their own, which goes with them.
   */
  static final int LONGEST_SHARED = 4 * 1024;

  /** UTF-8 only; its exceptions carry no piece of what was read. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST_NESTING)
                  .maxNumberLength(LONGEST_NUMBER)
                  .maxStringLength(LONGEST_STRING)
                  .maxNameLength(LONGEST_STRING)
                  .build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .build();

  /** Takes the value of one field; it may leave the value, or move to its end. */
  @FunctionalInterface
  interface FieldReader {
    void read(String name, JsonParser json);
  }

  private ProtoJson() {}

  /**
   * Reads a whole message.
   *
   * @param bytes one JSON object in UTF-8, without a byte order mark, and nothing after it
   * @param message reads the object at whose start the parser stands
   * @throws UndecodableException if the bytes are not that, or {@code message} says so; nothing
   *     else is thrown
   */
  static <T> T read(byte[] bytes, Function<JsonParser, T> message) {
    JsonFactory factory = bytes.length <= LONGEST_SHARED ? FACTORY : FACTORY.copy();
    try (JsonParser json = factory.createParser(ObjectReadContext.empty(), bytes)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UndecodableException("body", "must be a JSON object");
      }
      T result = message.apply(json);
      if (json.nextToken() != null) {
        throw new UndecodableException("body", "must end with its JSON object");
      }
      return result;
    } catch (UndecodableException e) {
      throw e;
    } catch (StreamConstraintsException e) {
      throw new UndecodableException("body", "must not be nested deeper or longer than is read");
    } catch (JacksonException e) {
      throw new UndecodableException("body", "must be well-formed JSON in UTF-8");
    } catch (RuntimeException e) {
      // Whatever a parser may trip over in hostile bytes is no reason to lose them.
      throw new UndecodableException("body", "must be readable");
    }
  }

  /**
   * Reads an object's fields.
   *
   * @param field what a message calls the object
   * @param json stands at the value
   * @param fields called at the value of each field
   * @return whether there is an object; otherwise it is {@code null}, which means absent
   */
  static boolean object(String field, JsonParser json, FieldReader fields) {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return false;
    }
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw new UndecodableException(field, "must be an object");
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      fields.read(name, json);
    }
    return true;
  }

  /**
   * Reads one field of an object and skips all others.
   *
   * @param field the field's name
   * @param json stands at the object's start
   * @param value reads the field at whose value the parser stands
   * @return what it read, or nothing if there is no such field
   */
  static <T> Optional<T> only(String field, JsonParser json, Function<JsonParser, T> value) {
    Optional<T> found = Optional.empty();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      if (name.equals(field)) {
        found = Optional.of(value.apply(json));
      } else {
        json.skipChildren();
      }
    }
    return found;
  }

  /** {@return the string at which the parser stands; empty if it is {@code null}} */
  static String string(String field, JsonParser json) {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getString();
      case VALUE_NULL -> "";
      default -> throw new UndecodableException(field, "must be a string");
    };
  }

  /** {@return the truth value at which the parser stands; false if it is {@code null}} */
  static boolean bool(String field, JsonParser json) {
    return switch (json.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE, VALUE_NULL -> false;
      default -> throw new UndecodableException(field, "must be true or false");
    };
  }

  /** {@return the 64-bit integer at which the parser stands; zero if it is {@code null}} */
  static long int64(String field, JsonParser json) {
    try {
      return switch (json.currentToken()) {
        case VALUE_NUMBER_INT -> json.getLongValue();
        case VALUE_NUMBER_FLOAT -> json.getDecimalValue().longValueExact();
        case VALUE_STRING -> Long.parseLong(json.getString());
        case VALUE_NULL -> 0;
        default -> throw notInt64(field);
      };
    } catch (JacksonException | ArithmeticException | NumberFormatException e) {
      throw notInt64(field);
    }
  }

  private static UndecodableException notInt64(String field) {
    return new UndecodableException(field, "must be a 64-bit integer");
  }
}
