package dev.attendance.livekit;

import io.jsonwebtoken.io.DeserializationException;
import io.jsonwebtoken.io.Deserializer;
import io.jsonwebtoken.io.SerializationException;
import io.jsonwebtoken.io.Serializer;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Jackson 3 for jjwt, whose own adapter is for Jackson 2. Thread-safe. */
final class TokenJson implements Deserializer<Map<String, ?>>, Serializer<Map<String, ?>> {

  static final TokenJson INSTANCE = new TokenJson();

  private final ObjectReader reader;
  private final ObjectWriter writer;

  private TokenJson() {
    // Headers are read before anything is proven: none of their names is kept.
    JsonFactory factory =
        ProtoJson.FACTORY
            .rebuild()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();
    JsonMapper mapper = JsonMapper.builder(factory).build();
    reader = mapper.readerFor(new TypeReference<Map<String, Object>>() {});
    writer = mapper.writer();
  }

  @Override
  public Map<String, ?> deserialize(Reader json) {
    try {
      return reader.readValue(json);
    } catch (JacksonException e) {
      throw new DeserializationException("not JSON", e);
    }
  }

  @Override
  @SuppressWarnings(
      "deprecation") // jjwt's interface still declares it, though it no longer calls it
  public Map<String, ?> deserialize(byte[] json) {
    return deserialize(new StringReader(new String(json, StandardCharsets.UTF_8)));
  }

  @Override
  public void serialize(Map<String, ?> values, OutputStream json) {
    try {
      writer.writeValue(json, values);
    } catch (JacksonException e) {
      throw new SerializationException("not to be written as JSON", e);
    }
  }

  @Override
  @SuppressWarnings(
      "deprecation") // jjwt's interface still declares it, though it no longer calls it
  public byte[] serialize(Map<String, ?> values) {
    try {
      return writer.writeValueAsBytes(values);
    } catch (JacksonException e) {
      throw new SerializationException("not to be written as JSON", e);
    }
  }
}
