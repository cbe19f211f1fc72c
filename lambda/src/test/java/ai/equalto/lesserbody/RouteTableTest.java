package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.auth.TestTokens;
import ai.equalto.lesserbody.http.Route;
import ai.equalto.lesserbody.http.Router;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The routes that the function really has, and who may call them. */
class RouteTableTest {
  /** What anyone may call; a new one is added here, on purpose. */
  private static final Set<String> PUBLIC =
      Set.of(
          "GET /.well-known/mcp.json",
          "GET /.well-known/oauth-protected-resource",
          "GET /.well-known/oauth-protected-resource/mcp",
          "GET /healthz");

  private static Set<String> routes(Class<?> access) throws ReflectiveOperationException {
    Router<Principal> router =
        Wiring.router(
            Map.of(
                "JWT_SECRET", TestTokens.SECRET,
                "LESSER_TABLE_NAME", "memories",
                "AWS_REGION", "eu-west-1"),
            List.of(),
            TestTokens.CLOCK,
            line -> {});
    Field field = Router.class.getDeclaredField("routes");
    field.setAccessible(true);
    Set<String> found = new TreeSet<>();
    for (Object byMethod : ((Map<?, ?>) field.get(router)).values()) {
      for (Object route : ((Map<?, ?>) byMethod).values()) {
        if (access.isInstance(route)) {
          found.add(((Route<?>) route).method() + " " + ((Route<?>) route).path());
        }
      }
    }
    return found;
  }

  @Test
  void nothingIsPublicButWhatIsListed() throws ReflectiveOperationException {
    assertThat(routes(Route.Public.class)).isEqualTo(new TreeSet<>(PUBLIC));
  }

  @Test
  void everyOtherRouteAsksWhoIsCalling() throws ReflectiveOperationException {
    Set<String> others = routes(Route.class);
    others.removeAll(PUBLIC);

    assertThat(routes(Route.Authenticated.class)).isEqualTo(others);
    assertThat(others).contains("POST /mcp", "DELETE /mcp", "POST /iam/mcp");
  }
}
