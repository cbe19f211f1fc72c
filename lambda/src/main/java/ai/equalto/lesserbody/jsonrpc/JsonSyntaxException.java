package ai.equalto.lesserbody.jsonrpc;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** A text is not JSON. The message says where, and repeats nothing of the text. */
public final class JsonSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  JsonSyntaxException(String message) {
    super(message);
  }

  /** Jackson's own message quotes the input, so only its place is kept. */
  static JsonSyntaxException at(JsonProcessingException cause) {
    JsonLocation where = cause.getLocation();
    return where == null
        ? new JsonSyntaxException("malformed")
        : new JsonSyntaxException(
            "malformed at line " + where.getLineNr() + ", column " + where.getColumnNr());
  }
}
