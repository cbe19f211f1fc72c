package ai.equalto.lesserbody.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Somebody with a token. What is asked here must go well; {@link #send} takes what comes. */
record Resident(HttpClient http, URI url, String token) {
  static final String FORM = "application/x-www-form-urlencoded";
  static final String JSON = "application/json";

  JsonNode get(String path) {
    return good(send("GET", path, "", ""));
  }

  JsonNode post(String path) {
    return good(send("POST", path, "", ""));
  }

  /** Posts a form. */
  JsonNode post(String path, String form) {
    return good(send("POST", path, FORM, form));
  }

  JsonNode publish(String text) {
    return publish(text, "public");
  }

  JsonNode publish(String text, String visibility) {
    return publish(Json.object().put("status", text).put("visibility", visibility));
  }

  JsonNode reply(String text, JsonNode parent) {
    return publish(
        Json.object().put("status", text).put("in_reply_to_id", parent.path("id").asText()));
  }

  JsonNode publish(JsonNode draft) {
    return good(send("POST", "/api/v1/statuses", JSON, Json.write(draft)));
  }

  /** Does something to a status. */
  JsonNode act(String action, JsonNode status) {
    return post(path(status) + "/" + action);
  }

  /** The account of the token. */
  JsonNode account() {
    return get("/api/v1/accounts/verify_credentials");
  }

  void follow(Resident other) {
    post("/api/v1/accounts/" + other.account().path("id").asText() + "/follow");
  }

  /** The texts of a timeline, without their markup. */
  List<String> texts(String path) {
    return texts(get(path));
  }

  static List<String> texts(JsonNode statuses) {
    return statuses
        .valueStream()
        .map(status -> status.path("content").asText().replaceAll("<[^>]*>", ""))
        .toList();
  }

  static String path(JsonNode status) {
    return "/api/v1/statuses/" + status.path("id").asText();
  }

  HttpResponse<String> send(
      String method, String path, String type, String body, String... headers) {
    BodyPublisher publisher =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.method(method, publisher).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> send(String method, String path) {
    return send(method, path, "", "");
  }

  static JsonNode json(HttpResponse<String> answer) {
    return parse(answer.body());
  }

  static JsonNode parse(String json) {
    try {
      return Json.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (JsonSyntaxException e) {
      throw new AssertionError(json, e);
    }
  }

  private static JsonNode good(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }
}
