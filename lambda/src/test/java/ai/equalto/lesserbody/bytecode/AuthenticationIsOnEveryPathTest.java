package ai.equalto.lesserbody.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.auth.AuthHook;
import ai.equalto.lesserbody.bytecode.CallGraph.Method;
import ai.equalto.lesserbody.call.Completer;
import ai.equalto.lesserbody.http.Request;
import ai.equalto.lesserbody.http.Response;
import ai.equalto.lesserbody.http.Route;
import ai.equalto.lesserbody.prompt.PromptHandler;
import ai.equalto.lesserbody.resource.ResourceReader;
import ai.equalto.lesserbody.tool.ToolHandler;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Proved on the compiled classes that are deployed: no way leads from the door to any work but
 * through {@link AuthHook#admit}, and nobody but the verifiers makes a principal.
 */
class AuthenticationIsOnEveryPathTest {
  private static final Path DEPLOYED = Path.of("target/classes");
  private static final String OURS = "ai/equalto/lesserbody/";
  private static final String DOOR = "com/amazonaws/services/lambda/runtime/RequestStreamHandler";

  /** What is done for callers. */
  private static final Set<String> WORK =
      Set.of(
          name(ToolHandler.class) + ".handle",
          name(ResourceReader.class) + ".read",
          name(PromptHandler.class) + ".fill",
          name(Completer.class) + ".suggest");

  /** Who proves who is calling; a new verifier is added here, on purpose. */
  private static final Set<String> VERIFIERS =
      Set.of(
          OURS + "auth/LesserTokens",
          OURS + "auth/IssuerTokens",
          OURS + "auth/IamCallers",
          OURS + "auth/InstanceKeys");

  private static final CallGraph DEPLOYED_GRAPH = CallGraph.of(DEPLOYED);

  private static boolean isAdmission(Method method) {
    return method.owner().equals(name(AuthHook.class)) && method.name().equals("admit");
  }

  private static boolean isNothing(Method any) {
    return false;
  }

  private static String name(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  private static Set<Method> doors(CallGraph graph) {
    return graph.methods().stream()
        .filter(method -> method.name().startsWith("handleRequest"))
        .filter(method -> graph.isA(method.owner(), DOOR))
        .collect(Collectors.toSet());
  }

  /**
   * The doors, and all that libraries may call at any time once the function has started. What the
   * start hands over only behind an admission, as it does when it primes, was let in by it.
   */
  private static Set<Method> roots(CallGraph graph) {
    Set<Method> starts =
        graph.methods().stream()
            .filter(method ->
                method.name().equals("<clinit>")
                    || (method.name().equals("<init>") && graph.isA(method.owner(), DOOR)))
            .collect(Collectors.toSet());
    Set<Method> roots = new HashSet<>(doors(graph));
    roots.addAll(graph.callbacks());
    roots.addAll(
        graph.foreignLambdas(
            graph.reachable(starts, AuthenticationIsOnEveryPathTest::isAdmission).keySet()));
    return roots;
  }

  /** The ways to the work, each from its root. */
  private static Set<String> ways(CallGraph graph, Set<Method> roots, Predicate<Method> removed) {
    Map<Method, Method> calledBy = graph.reachable(roots, removed);
    Set<String> ways = new TreeSet<>();
    for (Method method : calledBy.keySet()) {
      if (WORK.contains(method.owner() + "." + method.name())) {
        StringBuilder way = new StringBuilder(method.toString());
        for (Method at = method; !calledBy.get(at).equals(at); at = calledBy.get(at)) {
          way.insert(0, calledBy.get(at) + " -> ");
        }
        ways.add(way.toString());
      }
    }
    return ways;
  }

  private static Set<String> ends(Set<String> ways) {
    return ways.stream()
        .map(way -> way.substring(way.lastIndexOf(' ') + 1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theDoorIsKnown() {
    assertThat(doors(DEPLOYED_GRAPH).stream().map(Method::owner)).contains(OURS + "LambdaHandler");
  }

  @Test
  void everyWayToWorkLeadsThroughAdmission() {
    assertThat(
            ways(
                DEPLOYED_GRAPH,
                roots(DEPLOYED_GRAPH),
                AuthenticationIsOnEveryPathTest::isAdmission))
        .isEmpty();
  }

  /** Or the proof above would hold for a graph that lacks its edges. */
  @Test
  void fromTheDoorAllWorkCanBeReachedThroughAdmission() {
    assertThat(
            ends(
                ways(
                    DEPLOYED_GRAPH,
                    doors(DEPLOYED_GRAPH),
                    AuthenticationIsOnEveryPathTest::isNothing)))
        .containsExactly(
            "Completer.suggest", "PromptHandler.fill", "ResourceReader.read", "ToolHandler.handle");
  }

  @Test
  void aWayPastAdmissionWouldBeFound() throws Exception {
    Path tests = Path.of(Hole.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    CallGraph holed = CallGraph.of(DEPLOYED, tests.resolve(name(Hole.class) + ".class"));

    assertThat(ways(holed, roots(holed), AuthenticationIsOnEveryPathTest::isAdmission))
        .anySatisfy(way -> assertThat(way).contains("Hole.", "ToolHandler.handle"));
  }

  /**
   * A door that hands a request on as if it had been admitted, behind a lambda of the library's.
   */
  static final class Hole implements RequestStreamHandler {
    private final Route.SecuredHandler<String> endpoint;
    private final Optional<Request> request;

    Hole(Route.SecuredHandler<String> endpoint, Optional<Request> request) {
      this.endpoint = endpoint;
      this.request = request;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
      Optional<Response> response = request.map(open -> endpoint.handle(open, "anyone"));
      response.ifPresent(Response::status);
    }
  }

  @Test
  void onlyVerifiersMakeAPrincipal() {
    assertThat(
            DEPLOYED_GRAPH.ownersThatCall(method ->
                method.owner().equals(OURS + "auth/Principal") && method.name().equals("<init>")))
        .isEqualTo(new TreeSet<>(VERIFIERS));
  }

  @Test
  void onlyTheDoorsReadTheEnvironment() {
    List<String> readers = List.of("getenv", "getProperty", "getProperties");

    assertThat(
            DEPLOYED_GRAPH.ownersThatCall(method ->
                method.owner().equals("java/lang/System") && readers.contains(method.name())))
        .containsExactly(
            OURS + "AuthorizerHandler",
            OURS + "CanaryHandler",
            OURS + "LambdaHandler",
            OURS + "SecretRotationHandler");
  }

  /** A way by reflection would not be in the graph; records alone are read and written so. */
  @Test
  void nothingDeployedCallsByReflectionButWhatReadsAndWritesRecords() {
    assertThat(
            DEPLOYED_GRAPH.ownersThatCall(method ->
                method.owner().startsWith("java/lang/reflect/")
                    || method.owner().startsWith("java/lang/invoke/MethodHandle")
                    || method.owner().equals("java/util/ServiceLoader")))
        .allMatch(owner -> owner.startsWith(OURS + "schema/"));
  }
}
