package ai.equalto.lesserbody;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jsonwebtoken.io.SerializationException;
import io.jsonwebtoken.io.Serializer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes any claims, as an issuer other than this project would. */
final class TestJsonSerializer implements Serializer<Map<String, ?>> {
  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  @Deprecated
  public byte[] serialize(Map<String, ?> map) {
    try {
      return mapper.writeValueAsBytes(map);
    } catch (IOException e) {
      throw new SerializationException("unwritable", e);
    }
  }

  @Override
  public void serialize(Map<String, ?> map, OutputStream out) {
    try {
      mapper.writeValue(out, map);
    } catch (IOException e) {
      throw new SerializationException("unwritable", e);
    }
  }
}
