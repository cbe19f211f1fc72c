package ai.equalto.lesserbody.call;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;

/**
 * A page for a person to open (MCP, "URL Mode Elicitation"), where what must not pass through the
 * client can be entered. To be accepted means that the person will open it, not that it is done:
 * the call finds that out by itself when it is run again.
 *
 * @param message why it is asked
 * @param url the page, which must not hold a secret
 */
public record UrlQuestion(String key, String message, URI url)
    implements Question<Elicited<UrlQuestion.Consent>> {
  /** The person agreed to open the page. */
  public record Consent() {}

  public UrlQuestion {
    requireNonNull(key, "key");
    requireNonNull(message, "message");
    if (!"https".equals(url.getScheme())) {
      throw new IllegalArgumentException("a person is sent to https URLs only");
    }
  }

  @Override
  public Capability needs() {
    return Capability.URL;
  }

  @Override
  public String method() {
    return "elicitation/create";
  }

  @Override
  public ObjectNode params() {
    return Json.object().put("mode", "url").put("message", message).put("url", url.toString());
  }

  @Override
  public Optional<Elicited<Consent>> read(JsonNode response) {
    return switch (response.path("action").asText()) {
      case "accept" -> Optional.of(new Elicited.Accepted<>(new Consent()));
      case "decline" -> Optional.of(new Elicited.Declined<>());
      case "cancel" -> Optional.of(new Elicited.Cancelled<>());
      default -> Optional.empty();
    };
  }
}
