package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.auth.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes requests one after another: finds the route, who calls, and whether they may. */
final class Desk {
  private static final Answer NO_SUCH_PATH = Answer.error(404, "Not Found");
  private static final Answer NO_TOKEN = Answer.error(401, "The access token is invalid");
  private static final Answer TOO_LITTLE_SCOPE =
      Answer.error(403, "This action is outside the authorized scopes");
  private static final Answer TOO_MANY = Answer.error(429, "Too many requests");

  private final RouteTable routes;
  private final Bearers bearers;
  private final Accounts accounts;
  private final Limits limits;

  Desk(RouteTable routes, Bearers bearers, Accounts accounts, Limits limits) {
    this.routes = routes;
    this.bearers = bearers;
    this.accounts = accounts;
    this.limits = limits;
  }

  /** Answers any request; nobody has to wait for anybody but here. */
  synchronized Answer answer(Incoming request) {
    return routes
        .find(request.method(), request.target().getPath())
        .map(match -> answer(request, match))
        .orElse(NO_SUCH_PATH);
  }

  private Answer answer(Incoming request, RouteTable.Match match) {
    return switch (match.route()) {
      case Route.Open open -> limited("", open.handler());
      case Route.Secured secured -> {
        Optional<Principal> caller = bearers.caller(request);
        // Those who prove nothing share a limit.
        yield limited(
            caller.map(Principal::identity).orElse(""),
            () ->
                caller
                    .map(principal -> admit(request, secured, match.variables(), principal))
                    .orElse(NO_TOKEN));
      }
    };
  }

  private Answer limited(String who, Supplier<Answer> answer) {
    Limits.Left left = limits.count(who);
    return (left.exceeded() ? TOO_MANY : answer.get()).with(left.headers());
  }

  private Answer admit(
      Incoming request, Route.Secured route, Map<String, String> variables, Principal caller) {
    if (!caller.may(route.scope())) {
      return TOO_LITTLE_SCOPE;
    }
    return switch (ParamsReader.read(request)) {
      case ParamsReader.Reading.Bad(Answer refusal) -> refusal;
      case ParamsReader.Reading.Good(Params params) ->
          route
              .handler()
              .handle(new Call(accounts.of(caller.identity()), variables, params, request));
    };
  }
}
