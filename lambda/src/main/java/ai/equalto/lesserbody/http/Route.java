package ai.equalto.lesserbody.http;

import static java.util.Objects.requireNonNull;

/**
 * One method on one path, and who may call it. There is no third kind and no default: a route is
 * written as {@link Public} or as {@link Authenticated}, or it does not compile.
 *
 * @param <P> the proof of identity that authenticated handlers receive
 */
public sealed interface Route<P> {
  /** Upper-case method name. */
  String method();

  /** The exact path. */
  String path();

  /** Answers a request, which has passed the guard where the route asks for that. */
  Response answer(Request request, Guard<P> guard);

  /** Anyone may call it, so its handler learns nothing about the caller. */
  record Public<P>(String method, String path, Handler handler) implements Route<P> {
    public Public {
      requireNonNull(method, "method");
      requireNonNull(path, "path");
      requireNonNull(handler, "handler");
    }

    @Override
    public Response answer(Request request, Guard<P> guard) {
      return handler.handle(request);
    }
  }

  /** Only who passed the guard may call it; the handler cannot be invoked without the proof. */
  record Authenticated<P>(String method, String path, SecuredHandler<P> handler)
      implements Route<P> {
    public Authenticated {
      requireNonNull(method, "method");
      requireNonNull(path, "path");
      requireNonNull(handler, "handler");
    }

    @Override
    public Response answer(Request request, Guard<P> guard) {
      return guard.admit(request, handler);
    }
  }

  /** Answers a public request. */
  @FunctionalInterface
  interface Handler {
    Response handle(Request request);
  }

  /** Answers the request of a proven caller. */
  @FunctionalInterface
  interface SecuredHandler<P> {
    Response handle(Request request, P principal);
  }

  /** Stands before every authenticated route. */
  @FunctionalInterface
  interface Guard<P> {
    /** Calls {@code next} with the caller's proof, or answers with a challenge without calling. */
    Response admit(Request request, SecuredHandler<P> next);
  }
}
