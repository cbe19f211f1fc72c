package ai.equalto.lesserbody.local.doctor;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What all answers have to be like that came back until now. */
final class AnswerChecks {
  private static final Pattern STACK_TRACE =
      Pattern.compile(
          "\\bat [\\w.$]+\\([\\w$]+\\.java:\\d+\\)|\\bjava\\.lang\\.\\w+|\"stackTrace\"");
  private static final Pattern PRODUCT_AND_VERSION = Pattern.compile(".*[0-9]+\\.[0-9].*");

  private final List<Answer> answers;

  AnswerChecks(List<Answer> answers) {
    this.answers = answers;
  }

  Result rateLimit() {
    List<String> told = withToken().stream().flatMap(a -> a.header("RateLimit").stream()).toList();
    return told.isEmpty()
        ? Result.warning(
            "no answer has RateLimit",
            "Nobody is limited: set MCP_RATE_TABLE, as the template does, or find in the audit"
                + " (guard_failed) why the table cannot be written.")
        : Result.ok(told.getLast());
  }

  Result noStore() {
    long kept =
        withToken().stream()
            .filter(answer ->
                answer.isSuccess()
                    && !answer.body().isEmpty()
                    && !answer.lists("Cache-Control", "no-store"))
            .count();
    return kept == 0
        ? Result.ok("Cache-Control: no-store")
        : Result.failed(
            kept + " of the answers to the token may be kept by caches",
            "Have the proxy or distribution pass on Cache-Control, and cache nothing under /mcp.");
  }

  Result leaks() {
    if (answers.stream().anyMatch(answer -> STACK_TRACE.matcher(answer.body()).find())) {
      return Result.failed(
          "an answer holds a stack trace or the name of a Java exception",
          "Check what answers before the function: its own errors are a request id and no more.");
    }
    return answers.stream()
        .map(AnswerChecks::product)
        .flatMap(Optional::stream)
        .findFirst()
        .map(product ->
            Result.warning(
                "an answer tells what it was made with: " + product,
                "Have the proxy take this field off."))
        .orElseGet(() -> Result.ok(answers.size() + " answers tell nothing of their making"));
  }

  private static Optional<String> product(Answer answer) {
    return answer
        .header("X-Powered-By")
        .or(() ->
            answer.header("Server").filter(name -> PRODUCT_AND_VERSION.matcher(name).matches()));
  }

  private List<Answer> withToken() {
    return answers.stream().filter(Answer::withToken).toList();
  }
}
