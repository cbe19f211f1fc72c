package ai.equalto.lesserbody.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouterTest {
  private static final Response CHALLENGE = Response.error(401, "unauthorized", "Who is it?");

  /** Admits who says the word, and nobody else. */
  private static final Route.Guard<String> GUARD =
      (request, next) ->
          request.header("Password").filter("please"::equals).isPresent()
              ? next.handle(request, "proven")
              : CHALLENGE;

  private final Router<String> router =
      router(
          List.of(
              new Route.Public<>("GET", "/open", request -> Response.json(200, "open")),
              new Route.Public<>("PUT", "/open", request -> Response.empty(204)),
              new Route.Authenticated<>("POST", "/closed", (r, who) -> Response.json(200, who)),
              new Route.Public<>("GET", "/mixed", request -> Response.json(200, "mixed")),
              new Route.Authenticated<>("POST", "/mixed", (r, who) -> Response.json(200, who))));

  private static Router<String> router(List<Route<String>> routes) {
    return new Router<>(routes, GUARD, new OriginPolicy(Set.of(), false));
  }

  private Response send(String method, String path, String... fields) {
    return router.route(TestRequests.of(method, path, fields));
  }

  @Test
  void letsAnyoneCallAPublicRoute() {
    assertThat(send("GET", "/open").body()).isEqualTo("open");
  }

  @Test
  void letsAProvenCallerCallASecuredRoute() {
    Response response = send("POST", "/closed", "Password", "please");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("proven");
  }

  @Test
  void givesWhoDoesNotPassTheGuardTheGuardsOwnAnswer() {
    assertThat(send("POST", "/closed")).isEqualTo(CHALLENGE);
  }

  @Test
  void guardsTheSecuredMethodOfAPathThatIsAlsoPublic() {
    assertThat(send("GET", "/mixed").body()).isEqualTo("mixed");
    assertThat(send("POST", "/mixed")).isEqualTo(CHALLENGE);
  }

  @Test
  void tellsAnyoneThatAPathIsUnknown() {
    assertThat(send("POST", "/nowhere").status()).isEqualTo(404);
  }

  @Test
  void findsNoRouteByASpellingThatOnlyResemblesItsPath() {
    for (String path : List.of("/closed/", "//closed", "/CLOSED", "/closed?x", "/%63losed", "")) {
      assertThat(send("POST", path).status()).as(path).isEqualTo(404);
    }
  }

  @Test
  void findsNoRouteByASpellingThatOnlyResemblesItsMethod() {
    assertThat(send("get", "/open").status()).isEqualTo(405);
    assertThat(send("post", "/closed")).isEqualTo(CHALLENGE);
  }

  @Test
  void tellsAnyoneTheMethodsOfAPublicPath() {
    Response response = send("DELETE", "/open");

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers()).containsEntry("Allow", "GET, PUT");
  }

  @Test
  void hidesTheMethodsOfASecuredPathFromStrangers() {
    assertThat(send("GET", "/closed")).isEqualTo(CHALLENGE);
    assertThat(send("DELETE", "/mixed")).isEqualTo(CHALLENGE);
  }

  @Test
  void tellsAProvenCallerTheMethodsOfASecuredPath() {
    Response response = send("GET", "/closed", "Password", "please");

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers()).containsEntry("Allow", "POST");
  }

  @Test
  void refusesTwoRoutesForTheSameMethodAndPath() {
    Route<String> closed = new Route.Authenticated<>("GET", "/a", (r, who) -> Response.empty(204));
    Route<String> open = new Route.Public<>("GET", "/a", request -> Response.empty(204));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> router(List.of(closed, open)))
        .withMessage("two routes for GET /a");
  }
}
