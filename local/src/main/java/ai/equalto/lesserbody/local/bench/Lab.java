package ai.equalto.lesserbody.local.bench;

import ai.equalto.lesserbody.auth.Scope;
import ai.equalto.lesserbody.local.bench.function.Grown;
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
import java.util.ArrayList;
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
  private final Subject jdkEcho;
  private final Subject ours;
  private final Artifact grown;
  private final Caches caches;
  private final Memories memories;
  private final Optional<Peers> peers;

  private Lab(
      Checkout checkout,
      Workspace workspace,
      Cpus cpus,
      EmbeddedDynamo dynamo,
      Optional<Peers> peers,
      Clock clock,
      PrintWriter progress)
      throws IOException, InterruptedException {
    this.checkout = checkout;
    this.workspace = workspace;
    this.cpus = cpus;
    this.dynamo = dynamo;
    this.peers = peers;
    SigningSecret secret = SigningSecret.random(new SecureRandom());
    this.events = new Events(checkout.events(), token(secret, clock));
    this.hello = hello();
    this.ours = ours(secret);
    this.jdkEcho = jdkEcho();
    this.grown = grown();
    this.memories = new Memories(this, dynamo.endpoint(), progress);
    this.caches =
        new Caches(
            checkout.buildProgram("TrainCache"),
            checkout.lesson(),
            builder().client(workspace.file("libaws-lambda-jni.so")),
            workspace,
            hello,
            progress);
  }

  /**
   * Prepares it; nothing of it is left when it is closed.
   *
   * @param peers if they are to be measured
   */
  static Lab open(Checkout checkout, Optional<Peers> peers, Clock clock, PrintWriter progress)
      throws IOException, InterruptedException {
    Cpus cpus = Cpus.ofThisMachine();
    Workspace workspace = Workspace.create();
    try {
      EmbeddedDynamo dynamo = EmbeddedDynamo.inMemory();
      try (Tables tables = new Tables(dynamo.endpoint())) {
        tables.ensureMemory(TABLE);
        return new Lab(checkout, workspace, cpus, dynamo, peers, clock, progress);
      } catch (IOException | InterruptedException | RuntimeException e) {
        dynamo.close();
        throw e;
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
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

  private Subject hello() throws IOException, InterruptedException {
    Artifact artifact =
        builder()
            .ofClass(workspace.folder("hello"), checkout.benchClasses(), BENCH + "/Hello.class");
    return new Subject("hello", artifact, HANDLERS + "Hello::handleRequest", Map.of(), List.of());
  }

  private Subject jdkEcho() throws IOException, InterruptedException {
    Artifact artifact =
        builder()
            .ofClass(workspace.folder("jdk"), checkout.benchClasses(), BENCH + "/JdkEcho.class");
    return new Subject(
        "jdk-echo", artifact, HANDLERS + "JdkEcho", ours.environment(), LambdaJvm.OF_IMAGE);
  }

  private Subject ours(SigningSecret secret) throws IOException, InterruptedException {
    return new Subject(
        "lesser-body",
        builder().ofFunction(workspace.folder("ours"), List.of(checkout.functionClasses())),
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
        LambdaJvm.OF_IMAGE);
  }

  /** The function, with what the bench adds to it. */
  private Artifact grown() throws IOException, InterruptedException {
    Path added = workspace.folder("added");
    Path target = Files.createDirectories(added.resolve(BENCH));
    Workspace.copy(checkout.benchClasses().resolve(BENCH), target);
    return builder()
        .ofFunction(workspace.folder("grown"), List.of(checkout.functionClasses(), added));
  }

  private ArtifactBuilder builder() {
    return new ArtifactBuilder(checkout, workspace.file("build.log"));
  }

  /** What functions are asked. */
  Events events() {
    return events;
  }

  /** The floor. */
  Launch hello(Layout layout) throws IOException, InterruptedException {
    return caches.launch(hello, layout);
  }

  /** The floor, called and started as the function is. */
  Launch helloByClass(Layout layout) throws IOException, InterruptedException {
    Subject named =
        new Subject(
            "hello-by-class", hello.artifact(), HANDLERS + "Hello", Map.of(), LambdaJvm.OF_IMAGE);
    return caches.launch(named, layout);
  }

  /** The least of an echo. */
  Launch jdkEcho(Layout layout) throws IOException, InterruptedException {
    return caches.launch(jdkEcho, layout);
  }

  /** What is deployed. */
  Launch ours(Layout layout) throws IOException, InterruptedException {
    return caches.launch(ours, layout);
  }

  /** What is deployed, from a snapshot, as the template has published versions start. */
  Launch published() throws IOException, InterruptedException {
    return LambdaJvm.forSnapshot(ours(Layout.ZIP)).with(LambdaJvm.OF_TEMPLATE);
  }

  /** What is deployed, with so many tools more. */
  Launch grown(int tools) throws IOException, InterruptedException {
    Subject subject =
        new Subject("grown", grown, HANDLERS + "Grown", ours.environment(), List.of());
    return caches.launch(subject, Layout.ZIP).with(Map.of(Grown.TOOLS, Integer.toString(tools)));
  }

  /**
   * What others make, with the secret of the caller's tokens.
   *
   * @throws BenchException if the peers were left out
   */
  Launch peer(Peer peer) throws BenchException {
    return peers
        .orElseThrow(() -> new BenchException("The peers are not installed."))
        .launch(peer, ours.environment());
  }

  /** By what the peers are run, if they are. */
  List<String> interpreters() {
    return peers.map(Peers::versions).orElse(List.of());
  }

  /** What is deployed, zipped, in bytes. */
  long zipped() throws IOException {
    return ours.artifact().zipped();
  }

  /** A file for this run alone, which need not exist. */
  Path file(String name) {
    return workspace.file(name);
  }

  /** Runs another program to its end, on the CPU and in the environment of the function. */
  void run(String name, List<String> program) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(cpus.one(0));
    command.addAll(program);
    Launch launch = new Launch(command, workspace.folder("empty"), ours.environment());
    ProcessBuilder builder = new ProcessBuilder(command).directory(launch.folder().toFile());
    builder.environment().clear();
    builder.environment().putAll(launch.environment("nobody"));
    Program.run(name, builder, workspace.file("program.log"));
  }

  /** What is deployed, where the caller remembers so much. */
  Launch remembering(int events) throws IOException, InterruptedException {
    return published().with(Map.of(TABLE_SETTING, memories.table(events)));
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
