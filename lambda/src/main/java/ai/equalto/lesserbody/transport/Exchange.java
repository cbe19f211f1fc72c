package ai.equalto.lesserbody.transport;

import ai.equalto.lesserbody.http.Body;
import ai.equalto.lesserbody.http.Headers;
import ai.equalto.lesserbody.transport.HttpCall.Method;
import ai.equalto.lesserbody.transport.TransportException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;

/** One request and its reply, on the thread that calls. */
final class Exchange {
  private final Connections connections;
  private final HttpRequestExecutor executor;
  private final int maxBody;
  private final HttpCall call;
  private final Lifeline lifeline;

  Exchange(
      Connections connections,
      HttpRequestExecutor executor,
      int maxBody,
      HttpCall call,
      Lifeline lifeline) {
    this.connections = connections;
    this.executor = executor;
    this.maxBody = maxBody;
    this.call = call;
    this.lifeline = lifeline;
  }

  /** Sends and receives, over a used connection if there is one. */
  HttpReply run() throws TransportException {
    Optional<Connection> used = connections.reuse(call.uri());
    if (used.isEmpty()) {
      return over(connect());
    }
    try {
      return over(used.get());
    } catch (TransportException e) {
      // The server may have closed while we were frozen. Only a GET has no effect the first time.
      if (call.method() == Method.GET && e.reason() == Reason.BROKEN) {
        return over(connect());
      }
      throw e;
    }
  }

  private Connection connect() throws TransportException {
    try {
      return connections.connect(call.uri(), lifeline);
    } catch (IOException e) {
      throw failed(Reason.CONNECT, e);
    }
  }

  private HttpReply over(Connection connection) throws TransportException {
    boolean reusable = false;
    try {
      lifeline.hold(connection.socket());
      ClassicHttpRequest request = request();
      HttpCoreContext context = HttpCoreContext.create();
      ClassicHttpResponse response = executor.execute(request, connection, context);
      HttpReply reply = new HttpReply(response.getCode(), headers(response), body(response));
      reusable = executor.keepAlive(request, response, connection, context) && lifeline.release();
      return reply;
    } catch (SocketTimeoutException e) {
      throw failed(Reason.TIMEOUT, e);
    } catch (IOException | HttpException e) {
      throw failed(Reason.BROKEN, e);
    } finally {
      if (reusable) {
        connections.keep(call.uri(), connection);
      } else {
        connection.close(CloseMode.IMMEDIATE);
      }
    }
  }

  private ClassicHttpRequest request() {
    URI uri = call.uri();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String target = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    // The other constructors would read "//host" at the start of a path as another authority.
    ClassicHttpRequest request =
        new BasicClassicHttpRequest(call.method().name(), uri.getScheme(), null, target);
    request.setHeader(HttpHeaders.HOST, uri.getRawAuthority());
    call.headers().forEach(request::setHeader);
    if (call.method() != Method.GET) {
      byte[] content = call.body().map(Body::bytes).orElseGet(() -> new byte[0]);
      request.setHeader(HttpHeaders.CONTENT_LENGTH, content.length);
      request.setEntity(new ByteArrayEntity(content, null));
    }
    return request;
  }

  private static Headers headers(ClassicHttpResponse response) {
    Map<String, List<String>> fields = new HashMap<>();
    for (Header field : response.getHeaders()) {
      fields.computeIfAbsent(field.getName(), name -> new ArrayList<>()).add(field.getValue());
    }
    return Headers.of(fields);
  }

  private Body body(ClassicHttpResponse response) throws IOException, TransportException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return Body.empty();
    }
    if (entity.getContentLength() > maxBody) {
      throw failed(Reason.TOO_LARGE, null);
    }
    // Not closed: that would read the rest of a body that is given up.
    InputStream content = entity.getContent();
    byte[] bytes = content.readNBytes(maxBody);
    if (content.read() >= 0) {
      throw failed(Reason.TOO_LARGE, null);
    }
    return Body.of(bytes);
  }

  private TransportException failed(Reason reason, Exception cause) {
    return new TransportException(reason, call, cause);
  }
}
