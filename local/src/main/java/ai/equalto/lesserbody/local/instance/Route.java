package ai.equalto.lesserbody.local.instance;

import ai.equalto.lesserbody.auth.Scope;
import java.util.function.Supplier;

/** One method on one path, and who may call it. */
sealed interface Route {
  String method();

  /** The path; a segment that begins with a colon stands for any, under that name. */
  String path();

  /** Anyone may call it, and is answered the same. */
  record Open(String method, String path, Supplier<Answer> handler) implements Route {}

  /** Only who brings a token of that scope may call it. */
  record Secured(String method, String path, Scope scope, Handler handler) implements Route {}

  /** Answers the request of somebody who may make it. */
  @FunctionalInterface
  interface Handler {
    Answer handle(Call call);
  }

  static Route open(String path, Supplier<Answer> handler) {
    return new Open("GET", path, handler);
  }

  static Route read(String path, Handler handler) {
    return new Secured("GET", path, Scope.READ, handler);
  }

  static Route write(String method, String path, Handler handler) {
    return new Secured(method, path, Scope.WRITE, handler);
  }
}
