package ai.equalto.lesserbody.jsonrpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes JSON (RFC 8259) as Jackson tree nodes, on the streaming parser alone: {@code
 * ObjectMapper} would cost a cold start several hundred milliseconds and bring data binding that a
 * server of untrusted input does better without.
 *
 * <p>Reading is strict: UTF-8 only, no duplicate names, nothing after the document, at most {@value
 * #MAX_DEPTH} levels, numbers of at most {@value #MAX_NUMBER_LENGTH} characters that a double can
 * hold.
 */
public final class Json {
  /** How deep objects and arrays may nest. */
  public static final int MAX_DEPTH = 64;

  /** How many characters a number may have. */
  public static final int MAX_NUMBER_LENGTH = 64;

  private static final int LAST_ASCII = 0x7E;
  private static final int CHARS_AT_ONCE = 1024;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Names are the callers'; none of them is to stay in the JVM for ever.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .build())
          .build();

  private Json() {}

  /** An empty object to fill in. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An empty array to fill in. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /**
   * Reads one document.
   *
   * @throws JsonSyntaxException if the bytes are not strict JSON; its message repeats nothing of
   *     the document
   */
  public static JsonNode read(byte[] utf8) throws JsonSyntaxException {
    // Jackson would also detect UTF-16 and UTF-32, which RFC 8259 section 8.1 rules out.
    if (utf8.length >= 2 && (utf8[0] == 0 || utf8[1] == 0 || (utf8[0] & 0xFE) == 0xFE)) {
      throw new JsonSyntaxException("not UTF-8");
    }
    try (JsonParser parser = FACTORY.createParser(utf8)) {
      checkUtf8(utf8);
      return JsonTreeReader.readDocument(parser);
    } catch (JsonProcessingException e) {
      throw JsonSyntaxException.at(e);
    } catch (IOException e) {
      throw new JsonSyntaxException("not UTF-8");
    }
  }

  /** Jackson takes overlong forms, by which one text has many spellings; this decoder does not. */
  private static void checkUtf8(byte[] bytes) throws CharacterCodingException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    CharBuffer some = CharBuffer.allocate(Math.min(bytes.length, CHARS_AT_ONCE) + 1);
    CoderResult result = decoder.decode(rest, some, true);
    while (result.isOverflow()) {
      result = decoder.decode(rest, some.clear(), true);
    }
    if (result.isError()) {
      result.throwException();
    }
  }

  /**
   * A streaming parser with the same strictness, for documents whose shape is known.
   *
   * @throws IOException if the stream cannot be read
   */
  public static JsonParser parser(InputStream utf8) throws IOException {
    return FACTORY.createParser(utf8);
  }

  /** Writes a node as compact JSON. */
  public static String write(JsonNode node) {
    return write(node, Character.MAX_VALUE);
  }

  /** Writes a node as compact JSON in ASCII: every other character is escaped. */
  public static String writeAscii(JsonNode node) {
    return write(node, LAST_ASCII);
  }

  /**
   * Writes a node as compact JSON in UTF-8; the stream stays open.
   *
   * @throws IOException if the stream cannot be written
   */
  public static void write(JsonNode node, OutputStream utf8) throws IOException {
    Writer text = new OutputStreamWriter(utf8, StandardCharsets.UTF_8);
    // A long text is written in pieces, from one escaped character to the next.
    write(node, new BufferedWriter(text, CHARS_AT_ONCE), Character.MAX_VALUE);
  }

  private static String write(JsonNode node, int highestUnescaped) {
    StringWriter text = new StringWriter();
    try {
      write(node, text, highestUnescaped);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonNode node, Writer text, int highestUnescaped) throws IOException {
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      generator.setHighestNonEscapedChar(highestUnescaped);
      // What is written to belongs to the caller, who closes it.
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      JsonTreeWriter.write(node, generator);
    }
  }
}
