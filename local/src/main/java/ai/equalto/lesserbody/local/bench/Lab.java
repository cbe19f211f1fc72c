package ai.equalto.lesserbody.local.bench;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.local.bench.function.Grown;
import ai.equalto.lesserbody.local.bench.function.Weighed;
import ai.equalto.lesserbody.local.dynamo.EmbeddedDynamo;
import ai.equalto.lesserbody.local.dynamo.Tables;
import ai.equalto.lesserbody.local.token.Lifetime;
import ai.equalto.lesserbody.local.token.SigningSecret;
import ai.equalto.lesserbody.local.token.TokenMinter;
import ai.equalto.lesserbody.local.token.TokenRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every measurement needs: functions in both layouts, a DynamoDB, a caller, and a CPU. */
final class Lab implements AutoCloseable {
  private static final String TABLE = "memories";
  private static final String TABLE_SETTING = "LESSER_TABLE_NAME";
  private static final String BENCH = "ai/equalto/lesserbody/local/bench/function";
  private static final String HANDLERS = BENCH.replace('/', '.') + ".";

  private final Checkout checkout;
  private final Workspace workspace;
  private final Cpus cpus;
  private final EmbeddedDynamo dynamo;
  private final Events events;
  private final Subject hello;
  private final Subject ours;
  private final Artifact grown;
  private final Caches caches;
  private final Memories memories;

  private Lab(
      Checkout checkout,
      Workspace workspace,
      Cpus cpus,
      EmbeddedDynamo dynamo,
      Clock clock,
      PrintWriter progress)
      throws IOException {
    this.checkout = checkout;
    this.workspace = workspace;
    this.cpus = cpus;
    this.dynamo = dynamo;
    SigningSecret secret = SigningSecret.random(new SecureRandom());
    this.events = new Events(checkout.events(), token(secret, clock));
    this.hello = hello();
    this.ours = ours(secret);
    this.grown = grown();
    this.memories = new Memories(this, dynamo.endpoint(), progress);
    this.caches = new Caches(client(), workspace, hello, progress);
  }

  /** Prepares it; nothing of it is left when it is closed. */
  static Lab open(Checkout checkout, Clock clock, PrintWriter progress) throws IOException {
    Cpus cpus = Cpus.ofThisMachine();
    Workspace workspace = Workspace.create();
    try {
      EmbeddedDynamo dynamo = EmbeddedDynamo.inMemory();
      try (Tables tables = new Tables(dynamo.endpoint())) {
        tables.ensureMemory(TABLE);
        return new Lab(checkout, workspace, cpus, dynamo, clock, progress);
      } catch (IOException | RuntimeException e) {
        dynamo.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      workspace.close();
      throw e;
    }
  }

  private static String token(SigningSecret secret, Clock clock) {
    EnumSet<Scope> scopes = EnumSet.of(Scope.READ, Scope.WRITE);
    TokenRequest request =
        new TokenRequest("alice", scopes, Lifetime.LONGEST, Optional.<URI>empty());
    return new TokenMinter(secret, clock).mint(request);
  }

  private Subject hello() throws IOException {
    Artifact artifact =
        Artifact.ofClasses(
            workspace.folder("hello"), checkout.benchClasses(), BENCH + "/Hello.class");
    return new Subject(
        "hello",
        artifact,
        HANDLERS + "Hello::handleRequest",
        Map.of(),
        List.of(events.echo().toAnyone()));
  }

  private Subject ours(SigningSecret secret) throws IOException {
    Artifact artifact =
        Artifact.make(
            workspace.folder("ours"), List.of(checkout.functionClasses()), checkout.functionJars());
    return new Subject(
        "lesser-body",
        artifact,
        "ai.equalto.lesserbody.LambdaHandler",
        Map.of(
            "JWT_SECRET",
            secret.reveal(),
            "MCP_STAGE",
            "dev",
            "MCP_ENDPOINT",
            "https://agent.example/mcp",
            "LESSER_TABLE_NAME",
            TABLE,
            "AWS_ENDPOINT_URL_DYNAMODB",
            dynamo.endpoint().toString()),
        events.all());
  }

  /** The function, with what the bench adds to it. */
  private Artifact grown() throws IOException {
    Path added = workspace.folder("added");
    Path target = Files.createDirectories(added.resolve(BENCH));
    Workspace.copy(checkout.benchClasses().resolve(BENCH), target);
    return Artifact.make(
        workspace.folder("grown"),
        List.of(checkout.functionClasses(), added),
        checkout.functionJars());
  }

  private RuntimeClient client() throws IOException {
    return RuntimeClient.unpack(checkout.runtimeJars(), workspace.file("libaws-lambda-jni.so"));
  }

  /** What functions are asked. */
  Events events() {
    return events;
  }

  /** The floor. */
  Launch hello(Layout layout) throws IOException, InterruptedException {
    return caches.launch(hello, layout);
  }

  /** What is deployed. */
  Launch ours(Layout layout) throws IOException, InterruptedException {
    return caches.launch(ours, layout);
  }

  /** What is deployed, with so many tools more. */
  Launch grown(int tools) throws IOException, InterruptedException {
    return added("Grown", Map.of(Grown.TOOLS, Integer.toString(tools)));
  }

  /** Hello or what is deployed, answering with what a call allocates. */
  Launch weighed(boolean insteadHello) throws IOException, InterruptedException {
    return added("Weighed", Map.of(Weighed.HELLO, Boolean.toString(insteadHello)));
  }

  private Launch added(String handler, Map<String, String> more)
      throws IOException, InterruptedException {
    Subject subject =
        new Subject(handler, grown, HANDLERS + handler, ours.environment(), List.of());
    return caches.launch(subject, Layout.ZIP).with(more);
  }

  /** What is deployed, where the caller remembers so much. */
  Launch remembering(int events) throws IOException, InterruptedException {
    return ours(Layout.ZIP).with(Map.of(TABLE_SETTING, memories.table(events)));
  }

  /** Starts a function on one CPU. */
  FunctionProcess start(Launch launch) throws IOException, InterruptedException {
    return start(launch, 0);
  }

  /** Starts a function on one CPU, the same for those of the same number. */
  FunctionProcess start(Launch launch, int number) throws IOException, InterruptedException {
    Path log = workspace.file("function-" + number + ".log");
    return FunctionProcess.start(launch, cpus.one(number), log);
  }

  @Override
  public void close() throws IOException {
    try {
      dynamo.close();
    } finally {
      workspace.close();
    }
  }
}
