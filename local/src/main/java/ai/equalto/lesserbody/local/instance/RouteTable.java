package ai.equalto.lesserbody.local.instance;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the route of a request. A path that is written out goes before one with variables, and a
 * slash at the end means nothing, as in Mastodon: some clients send one.
 */
final class RouteTable {
  /** A route, and what its variables stand for. */
  record Match(Route route, Map<String, String> variables) {}

  private final List<Route> routes;

  /**
   * @throws IllegalArgumentException if two routes share method and path
   */
  RouteTable(List<Route> routes) {
    Set<String> taken = new HashSet<>();
    for (Route route : routes) {
      if (!taken.add(route.method() + " " + route.path())) {
        throw new IllegalArgumentException("two routes for " + route.method() + " " + route.path());
      }
    }
    this.routes = List.copyOf(routes);
  }

  Optional<Match> find(String method, String path) {
    String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    Optional<Match> best = Optional.empty();
    for (Route route : routes) {
      Optional<Match> match =
          route.method().equals(method) ? variables(route, bare) : Optional.empty();
      if (match.isPresent() && (best.isEmpty() || isPlainer(match.get(), best.get()))) {
        best = match;
      }
    }
    return best;
  }

  private static boolean isPlainer(Match one, Match other) {
    return one.variables().size() < other.variables().size();
  }

  private static Optional<Match> variables(Route route, String path) {
    String[] wanted = route.path().split("/", -1);
    String[] given = path.split("/", -1);
    Map<String, String> variables = new HashMap<>();
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith(":") && !given[i].isEmpty()) {
        variables.put(wanted[i].substring(1), given[i]);
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(new Match(route, variables));
  }
}
