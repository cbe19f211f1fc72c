package ai.equalto.lesserbody.local.gateway;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A function that keeps what it is given, and gives a fixed answer. */
final class RecordingFunction implements RequestStreamHandler {
  private final BlockingQueue<Invocation> invocations = new LinkedBlockingQueue<>();
  private final String answer;

  RecordingFunction(String answer) {
    this.answer = answer;
  }

  record Invocation(JsonNode event, Context context) {}

  static RecordingFunction empty() {
    return new RecordingFunction("{\"statusCode\":200,\"headers\":{},\"body\":\"\"}");
  }

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context)
      throws IOException {
    try {
      invocations.add(new Invocation(Json.read(event.readAllBytes()), context));
    } catch (JsonSyntaxException e) {
      throw new IOException(e);
    }
    response.write(answer.getBytes(StandardCharsets.UTF_8));
  }

  Invocation next() throws InterruptedException {
    return invocations.poll(10, TimeUnit.SECONDS);
  }

  boolean wasNeverCalled() {
    return invocations.isEmpty();
  }
}
