package ai.equalto.lesserbody.local.instance;

import java.util.Map;
import java.util.Optional;

/**
 * A request of somebody who may make it.
 *
 * @param caller whose token it came with
 * @param variables the variable segments of the path
 * @param params the parameters of query and body
 * @param request the request itself
 */
record Call(Account caller, Map<String, String> variables, Params params, Incoming request) {
  Call {
    variables = Map.copyOf(variables);
  }

  /** The id in the path, if it can be one. */
  Optional<Long> id() {
    return Optional.ofNullable(variables.get("id")).flatMap(Ids::parse);
  }
}
