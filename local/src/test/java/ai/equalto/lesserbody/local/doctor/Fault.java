package ai.equalto.lesserbody.local.doctor;

import static ai.equalto.lesserbody.local.doctor.Status.FAILED;
import static ai.equalto.lesserbody.local.doctor.Status.OK;
import static ai.equalto.lesserbody.local.doctor.Status.WARNING;

import ai.equalto.lesserbody.local.doctor.FakeEndpoint.Canned;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A good endpoint with one answer spoilt, and where that has to show.
 *
 * @param key the answer that is spoilt
 * @param words a part of what was seen or of the fix
 */
record Fault(String key, Canned answer, Check check, Status status, String words) {
  private static final String METADATA = "GET /.well-known/oauth-protected-resource/mcp";
  private static final String NOTHING = "{\"result\":{}}";
  private static final Map<String, String> TO_NOWHERE =
      Map.of("WWW-Authenticate", "Bearer resource_metadata=\"@/nowhere\"");
  private static final String ELSEWHERE =
      "{\"resource\":\"https://other.example/mcp\",\"authorization_servers\":[\"https://a.example\"]}";
  private static final Map<String, String> RENAMED =
      Map.of("x-amzn-remapped-www-authenticate", "Bearer error=\"insufficient_scope\"");

  private static Fault of(
      String key, int status, String body, Check check, Status is, String words) {
    return new Fault(key, new Canned(status, Map.of(), body), check, is, words);
  }

  private static Fault of(
      String key, int status, Map<String, String> headers, Check check, Status is, String words) {
    return new Fault(key, new Canned(status, headers, "{}"), check, is, words);
  }

  static Stream<Fault> all() {
    return Stream.of(documents(), metadata(), challenges(), calls(), browser())
        .flatMap(faults -> faults);
  }

  private static Stream<Fault> documents() {
    return Stream.of(
        of("GET /healthz", 502, "", Check.HEALTH, FAILED, "does not start"),
        of("GET /healthz", 200, "<html>", Check.HEALTH, FAILED, "something else"),
        of("GET /healthz", 301, Map.of("Location", "@/x"), Check.HEALTH, FAILED, "no redirect"),
        of("GET /.well-known/mcp.json", 200, ELSEWHERE, Check.DISCOVERY, FAILED, "lacks"),
        of("GET /.well-known/mcp.json", 503, "", Check.DISCOVERY, FAILED, "guard_failed"),
        of(METADATA, 200, ELSEWHERE, Check.METADATA, FAILED, "McpEndpoint"));
  }

  private static Stream<Fault> metadata() {
    return Stream.of(
        of(METADATA, 200, "{\"resource\":\"@/mcp\"}", Check.METADATA, FAILED, "no author"),
        of(
            "GET /.well-known/oauth-protected-resource",
            403,
            Map.of("x-amzn-ErrorType", "MissingAuthenticationTokenException"),
            Check.METADATA_SHORT,
            FAILED,
            "no such path or stage"),
        of(
            "GET root /.well-known/oauth-protected-resource/live/mcp",
            404,
            "",
            Check.METADATA_PLACE,
            WARNING,
            "/.well-known/oauth-protected-resource/live/mcp"),
        of(
            "GET root /.well-known/oauth-authorization-server",
            404,
            "",
            Check.AUTHORIZATION_SERVERS,
            WARNING,
            "no metadata"),
        of(
            METADATA,
            200,
            "{\"authorization_servers\":[\"http://a.example\"]}",
            Check.AUTHORIZATION_SERVERS,
            WARNING,
            "not https"));
  }

  private static Stream<Fault> challenges() {
    return Stream.of(
        of("anonymous", 200, "{}", Check.CHALLENGE, FAILED, "lets anybody in"),
        of("anonymous", 401, RENAMED, Check.CHALLENGE, FAILED, "gateway responses"),
        of("anonymous", 401, Map.of(), Check.CHALLENGE, FAILED, "without WWW-Auth"),
        of("anonymous", 401, TO_NOWHERE, Check.CHALLENGE, FAILED, "/nowhere"),
        of(
            "anonymous",
            401,
            Map.of("WWW-Authenticate", "Basic realm=\"x\""),
            Check.CHALLENGE,
            FAILED,
            "no Bearer"),
        of("bad", 200, "{}", Check.BAD_TOKEN, FAILED, "lets anybody in"),
        of("bad", 401, RENAMED, Check.BAD_TOKEN, FAILED, "authorizer"),
        of("bad", 429, "{}", Check.BAD_TOKEN, WARNING, "locked out"),
        of("GET /mcp", 200, "{}", Check.GET, FAILED, "lets anybody in"),
        of("POST /iam/mcp", 200, "{}", Check.IAM, FAILED, "lets anybody in"),
        of("POST /iam/mcp", 404, "{}", Check.IAM, OK, "not enabled"));
  }

  private static Stream<Fault> calls() {
    return Stream.of(
        of("server/discover", 401, "{}", Check.REVISION_2026_07_28, FAILED, "auth_failure"),
        of("server/discover", 200, NOTHING, Check.REVISION_2026_07_28, FAILED, "without"),
        of("initialize 2025-11-25", 200, NOTHING, Check.REVISION_2025_11_25, FAILED, "another"),
        of("initialize 2025-06-18", 429, "", Check.REVISION_2025_06_18, FAILED, "Retry-"),
        of("notifications/initialized", 404, "", Check.REVISION_2025_03_26, FAILED, "get lost"),
        of("tools/list", 504, "", Check.TOOLS_LIST, FAILED, "MemorySize"),
        of("tools/list", 200, NOTHING, Check.TOOLS_LIST, FAILED, "without a list"),
        of("tools/call echo", 200, NOTHING, Check.TOOLS_CALL, FAILED, "something else"),
        of("tools/call memory_append", 200, NOTHING, Check.SCOPE, FAILED, "not refused"),
        of("tools/call memory_append", 403, RENAMED, Check.SCOPE, FAILED, "renames"),
        of("tools/call memory_append", 403, TO_NOWHERE, Check.SCOPE, FAILED, "ACCESS_DENIED"),
        of("tools/list", 200, NOTHING, Check.NO_STORE, FAILED, "1 of the answers"));
  }

  private static Stream<Fault> browser() {
    return Stream.of(
        of("OPTIONS https://app.example", 403, "", Check.CORS_PREFLIGHT, FAILED, "McpAllowed"),
        of("OPTIONS https://app.example", 401, "", Check.CORS_PREFLIGHT, FAILED, "OPTIONS"),
        of("OPTIONS https://app.example", 200, "", Check.CORS_PREFLIGHT, FAILED, "no Acc"),
        of("anonymous", 401, TO_NOWHERE, Check.CORS_CHALLENGE, FAILED, "scripts do not"),
        of(
            "OPTIONS https://doctor.invalid",
            200,
            Map.of("Access-Control-Allow-Origin", "*"),
            Check.CORS_FOREIGN,
            FAILED,
            "any web page"),
        of("GET /mcp", 500, "java.lang.NullPointerException", Check.LEAKS, FAILED, "stack trace"),
        of("GET /mcp", 401, Map.of("Server", "nginx/1.2"), Check.LEAKS, WARNING, "nginx/1.2"));
  }
}
