package ai.equalto.lesserbody.lesser;

import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.jsonrpc.JsonSyntaxException;
import ai.equalto.lesserbody.transport.HttpReply;
import ai.equalto.lesserbody.transport.TransportException;
import ai.equalto.lesserbody.transport.TransportException.Reason;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** Tells the model why the instance did not do it, and what to do about that. */
final class Failures {
  /** How many characters of the instance's own words are passed on. */
  static final int MAX_WORDS = 300;

  private Failures() {}

  /** Whether it may be over a moment later. */
  static boolean mayPass(Reason reason) {
    return switch (reason) {
      case CONNECT, TIMEOUT, BROKEN -> true;
      case INTERRUPTED, TOO_LARGE -> false;
    };
  }

  /** For a call that got no whole reply. */
  static InstanceException of(ApiCall call, TransportException e) {
    return switch (e.reason()) {
      case CONNECT ->
          new InstanceException("The instance cannot be reached. Try again in a minute.", e);
      case TIMEOUT ->
          new InstanceException("The instance did not answer in time. " + call.advice(), e);
      case BROKEN ->
          new InstanceException("The connection to the instance broke. " + call.advice(), e);
      case INTERRUPTED -> interrupted(call, e);
      case TOO_LARGE ->
          new InstanceException(
              "The instance answered with more than can be read here. "
                  + (call.isRead() ? "Ask for less: set a lower limit." : call.advice()),
              e);
    };
  }

  /** For a call that was stopped. */
  static InstanceException interrupted(ApiCall call, Exception cause) {
    return new InstanceException("The call was stopped. " + call.advice(), cause);
  }

  /** For a reply of success that cannot be read. */
  static InstanceException notJson(ApiCall call, JsonSyntaxException cause) {
    return new InstanceException(
        "The instance answered with something that is not JSON. "
            + (call.isRead()
                ? "If that stays so, the operator of this server has to check LESSER_API_BASE_URL."
                : call.advice()),
        cause);
  }

  /** For a reply that is no success. */
  static InstanceException of(ApiCall call, HttpReply reply, Instant now) {
    int status = reply.status();
    String code = " (HTTP " + status + ")";
    if (status >= 500) {
      return new InstanceException("The instance is in trouble" + code + ". " + call.advice());
    }
    return new InstanceException(
        switch (status) {
          case 401 ->
              "The instance does not take your access token"
                  + code
                  + ": it has expired or was revoked. Connect again with a new one.";
          case 403 ->
              "The instance forbids this to you"
                  + code
                  + words(reply, "")
                  + ". Your access token or account may not do it, so trying again will not help.";
          case 404 -> notFound(call) + code + ".";
          case 429 ->
              "The instance wants fewer calls" + code + ". " + RetryWait.of(reply.headers(), now);
          default ->
              status >= 400
                  ? "The instance refuses this" + code + words(reply, " and gives no reason")
                  : redirected(code);
        });
  }

  private static String notFound(ApiCall call) {
    return call.subject().isEmpty()
        ? "The instance does not offer this; the operator of this server has to check"
            + " LESSER_API_BASE_URL"
        : "The instance finds nothing for " + call.subject() + "; check it";
  }

  private static String redirected(String code) {
    return "The instance sends elsewhere"
        + code
        + ", which is not followed, so that your access token goes nowhere else. Trying again will"
        + " not help; the operator of this server has to check LESSER_API_BASE_URL.";
  }

  /** The instance's own words after a colon, or something instead. */
  private static String words(HttpReply reply, String instead) {
    String words = "";
    try {
      JsonNode json = Json.read(reply.body().bytes());
      words = json.path("error_description").asText(json.path("error").asText(""));
    } catch (JsonSyntaxException e) {
      // A page of HTML, say, is nothing to pass on.
      words = "";
    }
    String shown = PlainText.line(words, MAX_WORDS);
    return shown.isEmpty() ? instead : ": " + shown;
  }
}
