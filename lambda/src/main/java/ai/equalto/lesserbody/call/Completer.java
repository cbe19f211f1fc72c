package ai.equalto.lesserbody.call;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Suggests values for an argument that is being typed (MCP, "Completion"). */
@FunctionalInterface
public interface Completer {
  /**
   * The values that fit, the best first.
   *
   * @param typed what is typed so far
   * @param settled the arguments that are filled in already; the client's word
   * @param call who asks; what is suggested must be for that caller to see
   */
  List<String> suggest(String typed, Map<String, String> settled, CallContext call);

  /** Suggests those of a few known values that begin with what is typed, whatever its case. */
  static Completer of(String... values) {
    return (typed, settled, call) ->
        Arrays.stream(values)
            .filter(
                value -> value.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT)))
            .toList();
  }
}
