package dev.attendance.livekit;

import io.jsonwebtoken.io.DeserializationException;
import io.jsonwebtoken.io.Deserializer;
import io.jsonwebtoken.io.SerializationException;
import io.jsonwebtoken.io.Serializer;
import java.io.OutputStream;
import java.io.Reader;
import java.util.Map;
import tools.jackson.core.JacksonException;
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
    JsonMapper mapper = JsonMapper.builder(ProtoJson.FACTORY).build();
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
    try {
      return reader.readValue(json);
    } catch (JacksonException e) {
      throw new DeserializationException("not JSON", e);
    }
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
