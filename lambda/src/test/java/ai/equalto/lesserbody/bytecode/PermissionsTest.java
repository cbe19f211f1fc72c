package ai.equalto.lesserbody.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import ai.equalto.lesserbody.bytecode.CallGraph.Method;
import ai.equalto.lesserbody.template.Template;
import ai.equalto.lesserbody.template.Template.Grant;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the role of a function may do is what the compiled code behind its handler can ask of AWS:
 * no less, and no more.
 */
class PermissionsTest {
  private static final String OURS = "ai/equalto/lesserbody/";
  private static final CallGraph DEPLOYED = CallGraph.of(Path.of("target/classes"));
  private static final Template TEMPLATE = Template.deployed();

  /** What a call answers names the call: {@code putItem} answers with a {@code PutItemResponse}. */
  private static final Pattern CALL =
      Pattern.compile(
          ".*\\)Lsoftware/amazon/awssdk/services/([a-z]+)/"
              + "(?:model/(\\w+)Response|paginators/(\\w+)Iterable);");

  /** What a function needs by itself, before and after our code. */
  private static final Set<String> POLICIES_OF_THE_PLATFORM =
      Set.of("logs", "traces", "key", "network");

  /** For each policy, the adapters that call what it grants. */
  private static final Map<String, Set<String>> ADAPTERS =
      Map.of(
          "secret", Set.of("StoredSecret"),
          "rotation", Set.of("SecretRotation"),
          "memory", Set.of("DynamoMemoryStore", "MemoryReader"),
          "sessions", Set.of("DynamoSessions", "DynamoSpentStates"),
          "revocations", Set.of("DynamoRevocations"),
          "rates", Set.of("DynamoTallies"));

  /**
   * A function, and the class from which on its code counts.
   *
   * @param entry its handler; of the authorizer the hook, which is all that it asks
   * @param end a type at which its code ends, if it does not do what it guards
   */
  record Row(String function, String entry, Optional<String> end) {}

  static Stream<Row> rows() {
    return Stream.of(
        new Row("McpFunction", "LambdaHandler", Optional.empty()),
        new Row("AuthorizerFunction", "auth/AuthHook", Optional.of("http/Route$SecuredHandler")),
        new Row("JwtRotationFunction", "SecretRotationHandler", Optional.empty()),
        new Row("CanaryFunction", "CanaryHandler", Optional.empty()));
  }

  /** A policy and an action. */
  private record Permission(String policy, String action) implements Comparable<Permission> {
    @Override
    public int compareTo(Permission other) {
      return toString().compareTo(other.toString());
    }
  }

  private static Set<Permission> granted(String function) {
    return TEMPLATE.grants(TEMPLATE.role(function)).stream()
        .filter(grant -> !POLICIES_OF_THE_PLATFORM.contains(grant.policy()))
        .flatMap(PermissionsTest::permissions)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Permission> permissions(Grant grant) {
    return grant.actions().stream().map(action -> new Permission(grant.policy(), action));
  }

  private static Set<Permission> called(Row row) {
    Set<Method> roots =
        DEPLOYED.methods().stream()
            .filter(method -> method.owner().equals(OURS + row.entry()))
            .collect(Collectors.toSet());
    Predicate<Method> behind =
        method -> row.end().filter(end -> DEPLOYED.isA(method.owner(), OURS + end)).isPresent();
    return DEPLOYED.reachable(roots, behind).keySet().stream()
        .flatMap(
            caller -> DEPLOYED.callsOf(caller).stream().flatMap(call -> permission(caller, call)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Permission> permission(Method caller, Method call) {
    Matcher service = CALL.matcher(call.descriptor());
    if (!call.owner().endsWith("Client") || !service.matches()) {
      return Stream.empty();
    }
    String action = service.group(2) == null ? service.group(3) : service.group(2);
    return Stream.of(new Permission(policyOf(caller), service.group(1) + ":" + action));
  }

  private static String policyOf(Method caller) {
    String adapter = caller.owner().replaceAll(".*/|\\$.*", "");
    return ADAPTERS.entrySet().stream()
        .filter(entry -> entry.getValue().contains(adapter))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("none for " + adapter);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRoleMayDoWhatItsFunctionCallsAndNothingElse(Row row) {
    assertThat(granted(row.function())).isNotEmpty().isEqualTo(called(row));
  }

  @Test
  void everyFunctionIsCompared() {
    assertThat(rows().map(Row::function)).containsExactlyInAnyOrderElementsOf(TEMPLATE.functions());
  }
}
