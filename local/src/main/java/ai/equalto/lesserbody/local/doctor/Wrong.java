package ai.equalto.lesserbody.local.doctor;

/** What to do about a status that has one cause wherever it is seen. */
final class Wrong {
  private Wrong() {}

  /**
   * @param otherwise the fix if the status alone tells nothing
   */
  static Result status(Answer answer, String otherwise) {
    return Result.failed(answer.words(), fix(answer, otherwise));
  }

  private static String fix(Answer answer, String otherwise) {
    if (answer.isRedirect()) {
      return "Give clients the URL that this leads to: they follow no redirect with a token.";
    }
    return switch (answer.status()) {
      case 403 -> refused(answer.header("x-amzn-ErrorType").orElse(""), otherwise);
      case 429 -> "Too much was asked for, or this address is locked out: wait for Retry-After.";
      case 502 ->
          "The function does not start or answers nothing usable: its log says what is"
              + " wrong, such as a missing setting.";
      case 503 ->
          "The secret or the table of revocations cannot be read: look for"
              + " secret_unavailable and guard_failed in the audit.";
      case 504 ->
          "The function took longer than the gateway waits: look at duration_ms in the"
              + " audit, and give it more MemorySize.";
      default -> otherwise;
    };
  }

  private static String refused(String type, String otherwise) {
    return switch (type) {
      case "MissingAuthenticationTokenException" ->
          "API Gateway knows no such path or stage: compare the URL with the output Endpoint.";
      case "ForbiddenException" ->
          "The custom domain has no mapping for this path, or a firewall (WAF) refuses you.";
      default -> otherwise;
    };
  }
}
