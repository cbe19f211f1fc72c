package ai.equalto.lesserbody.local.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in the documentation is the routes, row for row. */
class RoutesDocumentTest {
  @Test
  void showsEveryRouteWithItsScope() throws IOException {
    Store store = Store.open(Shelf.none(), Clock.systemUTC());
    Site site = new Site(URI.create("http://127.0.0.1"));
    Stream<String> heading = Stream.of("| request | scope |", "| --- | --- |");
    Stream<String> rows =
        InstanceWiring.routes(store, new Accounts(store, site), site, Clock.systemUTC()).stream()
            .map(route -> "| `%s %s` | %s |".formatted(route.method(), route.path(), scope(route)));

    assertThat(Files.readAllLines(Path.of("../docs/instance.md")))
        .containsSequence(Stream.concat(heading, rows).toList());
  }

  private static String scope(Route route) {
    return switch (route) {
      case Route.Open open -> "none";
      case Route.Secured secured -> secured.scope().token();
    };
  }
}
