package ai.equalto.lesserbody.transport;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.http.Headers;

/**
 * A reply, read to its end.
 *
 * @param status the final status code, 200 to 999
 * @param headers the header fields
 * @param body the bytes as sent, empty if there were none
 */
public record HttpReply(int status, Headers headers, Body body) {
  public HttpReply {
    requireNonNull(headers, "headers");
    requireNonNull(body, "body");
  }
}
