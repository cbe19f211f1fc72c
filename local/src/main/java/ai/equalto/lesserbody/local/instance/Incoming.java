package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.http.Headers;
import java.net.URI;
import java.util.Optional;

/**
 * A request as it came in. Whoever is given the body may not change it.
 *
 * @param target path and query
 */
@SuppressWarnings("ArrayRecordComponent") // It is handed on once, and never compared.
record Incoming(String method, URI target, Headers headers, byte[] body) {
  Optional<String> header(String name) {
    return headers.value(name);
  }
}
