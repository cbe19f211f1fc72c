package ai.equalto.lesserbody;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package may know which: the table below is the architecture. */
class ImportDirectionTest {
  private static final String ROOT = "ai.equalto.lesserbody";

  /** The door and the wiring; it may know every package. */
  private static final String DOOR = "";

  /**
   * A package, and the packages of ours that it may use. A row may name only rows above it, so that
   * there can be no cycle. A new package gets a row; most are a family of tools.
   */
  private static final List<Row> TABLE =
      List.of(
          row("http"),
          row("jsonrpc"),
          row("transport", "http"),
          row("audit", "jsonrpc"),
          row("jwks", "http", "jsonrpc", "audit", "transport"),
          row("auth", "http", "jsonrpc", "audit", "jwks"),
          row("limit", "http", "audit", "auth"),
          row("canary", "http", "jsonrpc", "transport", "audit", "auth"),
          row("schema", "jsonrpc"),
          row("content", "jsonrpc"),
          row("call", "auth", "jsonrpc", "audit", "schema", "content"),
          row("tool", "auth", "jsonrpc", "audit", "schema", "content", "call"),
          row("resource", "auth", "jsonrpc", "audit", "schema", "content", "call"),
          row("prompt", "auth", "jsonrpc", "audit", "schema", "content", "call"),
          row("pack", "schema", "call", "tool", "resource", "prompt"),
          row(
              "mcp",
              "http",
              "jsonrpc",
              "audit",
              "auth",
              "limit",
              "schema",
              "content",
              "call",
              "tool",
              "resource",
              "prompt"),
          // The current revision does not know the older ones, so they can be deleted.
          row("mcp.legacy", "http", "jsonrpc", "auth", "call", "resource", "mcp"),
          row("echo", "auth", "schema", "tool"),
          row(
              "memory",
              "jsonrpc",
              "auth",
              "schema",
              "call",
              "content",
              "tool",
              "resource",
              "prompt",
              "pack"),
          row(
              "lesser",
              "http",
              "jsonrpc",
              "transport",
              "auth",
              "schema",
              "content",
              "call",
              "tool",
              "resource",
              "prompt",
              "pack"),
          row("agent", "auth", "schema", "content", "call", "tool", "resource", "prompt", "pack"),
          row("aws", "auth", "limit", "call", "mcp", "mcp.legacy", "memory"));

  /** Packages of others, and the only package of ours that may use them. */
  private static final List<Confined> CONFINED =
      List.of(
          new Confined("software.amazon.awssdk.", "aws"),
          new Confined("org.apache.hc.", "transport"),
          new Confined("org.jsoup.", "lesser"),
          new Confined("com.amazonaws.services.lambda.", DOOR));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(new ImportOption.DoNotIncludeJars())
          .importPackages(ROOT);

  @Test
  void everyPackageHasARow() {
    assertThat(CLASSES.stream().map(c -> name(c)).distinct())
        .isNotEmpty()
        .allSatisfy(name ->
            assertThat(name.equals(DOOR) || find(name).isPresent())
                .as("package %s has no row: add one to the table in %s", name, getClass())
                .isTrue());
  }

  @Test
  void aRowNamesOnlyRowsAboveIt() {
    Set<String> above = new HashSet<>();
    for (Row row : TABLE) {
      assertThat(above).as("rows above %s", row.name()).containsAll(row.mayUse());
      above.add(row.name());
    }
  }

  @Test
  void packagesUseOnlyWhatTheirRowAllows() {
    assertThat(offending(ImportDirectionTest::breaksTable)).as("against the table").isEmpty();
  }

  @Test
  void packagesOfOthersStayConfined() {
    assertThat(offending(ImportDirectionTest::breaksConfinement)).as("not confined").isEmpty();
  }

  private static Stream<String> offending(Predicate<Dependency> breaks) {
    return CLASSES.stream()
        .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
        .filter(breaks)
        .map(Dependency::getDescription)
        .sorted();
  }

  private static boolean breaksTable(Dependency dependency) {
    String from = name(dependency.getOriginClass());
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    if (from.equals(DOOR) || !isOurs(target) || from.equals(name(target))) {
      return false;
    }
    return find(from).filter(row -> row.mayUse().contains(name(target))).isEmpty();
  }

  private static boolean breaksConfinement(Dependency dependency) {
    String target = dependency.getTargetClass().getBaseComponentType().getName();
    String from = name(dependency.getOriginClass());
    return CONFINED.stream()
        .anyMatch(c -> target.startsWith(c.prefix()) && !from.equals(c.onlyIn()));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  /** The name of the package below the root package. */
  private static String name(JavaClass ours) {
    return ours.getPackageName().equals(ROOT)
        ? DOOR
        : ours.getPackageName().substring(ROOT.length() + 1);
  }

  private static Optional<Row> find(String name) {
    return TABLE.stream().filter(row -> row.name().equals(name)).findFirst();
  }

  private static Row row(String name, String... mayUse) {
    return new Row(name, Set.of(mayUse));
  }

  private record Row(String name, Set<String> mayUse) {}

  private record Confined(String prefix, String onlyIn) {}
}
