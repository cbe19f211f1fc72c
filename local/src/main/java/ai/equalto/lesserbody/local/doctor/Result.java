package ai.equalto.lesserbody.local.doctor;

import static java.util.Objects.requireNonNull;

/**
 * What a check came to.
 *
 * @param seen what was seen, in short: never a token or a body, and on one line
 * @param fix what to do about it, in a sentence or two; empty if there is nothing to do
 */
public record Result(Status status, String seen, String fix) {
  private static final int MAX_SEEN = 240;

  public Result {
    requireNonNull(status, "status");
    seen = plain(seen);
    fix = plain(fix);
  }

  static Result ok(String seen) {
    return new Result(Status.OK, seen, "");
  }

  static Result warning(String seen, String fix) {
    return new Result(Status.WARNING, seen, fix);
  }

  static Result failed(String seen, String fix) {
    return new Result(Status.FAILED, seen, fix);
  }

  static Result notRun(String why) {
    return new Result(Status.NOT_RUN, why, "");
  }

  Result redacted(BearerToken token) {
    return new Result(status, token.redact(seen), token.redact(fix));
  }

  /** What a server sends could otherwise write commands to a terminal, or a page of text. */
  private static String plain(String text) {
    String line = text.replaceAll("[^\\x20-\\x7E]+", " ");
    return line.length() <= MAX_SEEN ? line : line.substring(0, MAX_SEEN) + "...";
  }
}
