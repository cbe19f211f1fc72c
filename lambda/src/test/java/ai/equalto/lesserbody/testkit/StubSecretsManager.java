package ai.equalto.lesserbody.testkit;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/**
 * A Secrets Manager on loopback that holds one secret: the four calls of a rotation over AWS JSON
 * 1.1, with its labels and its errors, and whatever fault a test wants.
 */
public final class StubSecretsManager implements AutoCloseable {
  public static final String ARN =
      "arn:aws:secretsmanager:eu-west-1:123456789012:secret:lesser/jwt-secret-AbCdEf";

  private static final String NAME = "lesser/jwt-secret";

  /** What becomes of every call. */
  public enum Fault {
    NONE,
    INTERNAL_ERROR,
    THROTTLING,
    ACCESS_DENIED,
    NOT_FOUND,
    GARBAGE,
    /** The key that it is encrypted with is disabled. */
    UNDECRYPTABLE,
    /** It is no text. */
    BINARY,
    HANG
  }

  private final HttpServer server;
  private final Clock clock;
  private final Map<String, Version> versions = new LinkedHashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Fault fault = Fault.NONE;
  private volatile String faulty = "";

  private record Version(String id, Optional<String> text, Instant created, Set<String> labels) {}

  /** One with this secret, stored now. */
  public StubSecretsManager(Clock clock, String secret) {
    this.clock = clock;
    versions.put(
        "version-1",
        new Version(
            "version-1",
            Optional.of(secret),
            clock.instant(),
            new TreeSet<>(Set.of("AWSCURRENT"))));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(
        Executors.newCachedThreadPool(work -> {
          Thread thread = new Thread(work, "stub");
          thread.setDaemon(true);
          return thread;
        }));
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What the function needs to find the secret here. */
  public Map<String, String> environment() {
    return Map.of(
        "JWT_SECRET", "",
        "JWT_SECRET_ARN", ARN,
        "AWS_REGION", "eu-west-1",
        "AWS_ENDPOINT_URL_SECRETS_MANAGER", url(),
        "AWS_ACCESS_KEY_ID", "id",
        "AWS_SECRET_ACCESS_KEY", "key");
  }

  public void fail(Fault next) {
    fail(next, "");
  }

  /** Fails what is about this label or version only. */
  public void fail(Fault next, String about) {
    faulty = about;
    fault = next;
  }

  /** The calls so far, each with the label or the version that it was about. */
  public synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  /** How often the current version was read. */
  public long reads() {
    return calls().stream().filter("GetSecretValue AWSCURRENT"::equals).count();
  }

  /**
   * Stores a version with these labels, as Secrets Manager itself does; without a text, none yet.
   */
  public synchronized void store(String id, Optional<String> text, String... labels) {
    Set<String> held = new TreeSet<>();
    versions.put(id, new Version(id, text, clock.instant(), held));
    for (String label : labels) {
      move(label, id);
    }
  }

  /** Makes this the secret, and keeps the one before as such. */
  public void rotateTo(String id, String text) {
    store(id, Optional.of(text), "AWSCURRENT");
  }

  /** The text of the version with this label, if there is one. */
  public synchronized Optional<String> text(String label) {
    return find("", label).flatMap(Version::text);
  }

  /** The labels of a version. */
  public synchronized Set<String> labels(String id) {
    return versions.containsKey(id) ? Set.copyOf(versions.get(id).labels()) : Set.of();
  }

  /** A label is on one version at a time; whatever was current becomes the previous one. */
  private void move(String label, String id) {
    for (Map.Entry<String, Version> other : versions.entrySet()) {
      if (other.getValue().labels().remove(label)
          && label.equals("AWSCURRENT")
          && !other.getKey().equals(id)) {
        move("AWSPREVIOUS", other.getKey());
      }
    }
    versions.get(id).labels().add(label);
  }

  private void handle(HttpExchange exchange) throws IOException {
    JsonNode body = parse(exchange.getRequestBody().readAllBytes());
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String operation = target.substring("secretsmanager.".length());
    if (!exchange.getRequestHeaders().getFirst("Authorization").startsWith("AWS4-HMAC-SHA256 ")) {
      throw new AssertionError("not signed");
    }
    synchronized (this) {
      calls.add(operation + about(body));
    }
    switch (about(body).endsWith(faulty) ? fault : Fault.NONE) {
      case NONE -> answer(exchange, operation, body);
      case INTERNAL_ERROR -> error(exchange, 500, "InternalServiceError");
      case THROTTLING -> error(exchange, 400, "ThrottlingException");
      case ACCESS_DENIED -> error(exchange, 400, "AccessDeniedException");
      case NOT_FOUND -> error(exchange, 400, "ResourceNotFoundException");
      case GARBAGE -> send(exchange, 200, "<html>");
      case UNDECRYPTABLE -> error(exchange, 400, "DecryptionFailure");
      case BINARY ->
          send(
              exchange,
              200,
              "{\"VersionId\":\"version-b\",\"CreatedDate\":1,\"SecretBinary\":\"AAEC\"}");
      case HANG -> hang();
    }
  }

  private static String about(JsonNode body) {
    String label = body.path("VersionStage").asText(body.path("VersionId").asText(""));
    return label.isEmpty() ? "" : " " + label;
  }

  private void hang() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, String operation, JsonNode body) throws IOException {
    String id = body.path("SecretId").asText();
    Optional<ObjectNode> answer;
    synchronized (this) {
      answer =
          id.equals(ARN) || id.equals(NAME)
              ? switch (operation) {
                case "GetSecretValue" -> get(body);
                case "DescribeSecret" -> Optional.of(describe());
                case "PutSecretValue" -> put(body);
                case "UpdateSecretVersionStage" -> update(body);
                default -> throw new AssertionError(operation);
              }
              : Optional.empty();
    }
    if (answer.isPresent()) {
      send(exchange, 200, Json.write(answer.get().put("ARN", ARN).put("Name", NAME)));
    } else {
      String type = operation.startsWith("Put") ? "ResourceExists" : "ResourceNotFound";
      error(exchange, 400, type + "Exception");
    }
  }

  private Optional<Version> find(String id, String label) {
    return versions.entrySet().stream()
        .filter(version -> id.isEmpty() || version.getKey().equals(id))
        .map(Map.Entry::getValue)
        .filter(version -> label.isEmpty() || version.labels().contains(label))
        .findFirst();
  }

  private Optional<ObjectNode> get(JsonNode body) {
    String id = body.path("VersionId").asText("");
    String label = body.path("VersionStage").asText(id.isEmpty() ? "AWSCURRENT" : "");
    return find(id, label)
        .filter(version -> version.text().isPresent())
        .map(version -> {
          ObjectNode json = Json.object().put("SecretString", version.text().orElseThrow());
          json.put("VersionId", version.id());
          return json.put("CreatedDate", version.created().toEpochMilli() / 1000.0);
        });
  }

  private ObjectNode describe() {
    ObjectNode json = Json.object();
    ObjectNode stages = json.putObject("VersionIdsToStages");
    versions.forEach((id, version) -> {
      ArrayNode labels = stages.putArray(id);
      version.labels().forEach(labels::add);
    });
    return json;
  }

  private Optional<ObjectNode> put(JsonNode body) {
    String id = body.path("ClientRequestToken").asText();
    Optional<String> text = Optional.of(body.path("SecretString").asText());
    Version known = versions.get(id);
    if (known != null && known.text().isPresent() && !known.text().equals(text)) {
      return Optional.empty();
    }
    versions.put(id, new Version(id, text, clock.instant(), new TreeSet<>(labels(id))));
    body.path("VersionStages").forEach(label -> move(label.asText(), id));
    return Optional.of(Json.object().put("VersionId", id));
  }

  private Optional<ObjectNode> update(JsonNode body) {
    String label = body.path("VersionStage").asText();
    Optional.ofNullable(body.path("RemoveFromVersionId").textValue())
        .filter(id -> !body.has("MoveToVersionId"))
        .ifPresent(id -> versions.get(id).labels().remove(label));
    Optional.ofNullable(body.path("MoveToVersionId").textValue()).ifPresent(id -> move(label, id));
    return Optional.of(Json.object());
  }

  private static void error(HttpExchange exchange, int status, String type) throws IOException {
    send(
        exchange,
        status,
        Json.write(Json.object().put("__type", type).put("message", "said by the stub")));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static JsonNode parse(byte[] body) {
    try {
      return Json.read(body);
    } catch (JsonSyntaxException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
