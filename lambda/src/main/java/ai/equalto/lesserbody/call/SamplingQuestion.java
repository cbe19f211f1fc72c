package ai.equalto.lesserbody.call;

import static java.util.Objects.requireNonNull;

import ai.equalto.lesserbody.content.Content;
import ai.equalto.lesserbody.content.Message;
import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A prompt for the client's model (MCP, "Sampling").
 *
 * @param messages the conversation to go on with
 * @param systemPrompt what the model is to be; the client may change it
 * @param maxTokens the most that it may say
 */
public record SamplingQuestion(
    String key, List<Message> messages, Optional<String> systemPrompt, int maxTokens)
    implements Question<SamplingQuestion.Sample> {
  /**
   * What the model said.
   *
   * @param text the words in it; sounds and pictures are left out
   * @param model the model's name
   */
  public record Sample(String text, String model) {
    public Sample {
      requireNonNull(text, "text");
      requireNonNull(model, "model");
    }
  }

  public SamplingQuestion {
    requireNonNull(key, "key");
    messages = List.copyOf(messages);
    requireNonNull(systemPrompt, "systemPrompt");
    if (messages.isEmpty() || maxTokens < 1) {
      throw new IllegalArgumentException("a model needs a message and room for its answer");
    }
  }

  /** One prompt of a user. */
  public static SamplingQuestion of(String key, String prompt, int maxTokens) {
    return new SamplingQuestion(
        key, List.of(Message.user(Content.text(prompt))), Optional.empty(), maxTokens);
  }

  @Override
  public Capability needs() {
    return Capability.SAMPLING;
  }

  @Override
  public String method() {
    return "sampling/createMessage";
  }

  @Override
  public ObjectNode params() {
    ObjectNode params = Json.object();
    ArrayNode conversation = params.putArray("messages");
    messages.forEach(message -> conversation.add(message.toJson()));
    systemPrompt.ifPresent(words -> params.put("systemPrompt", words));
    return params.put("maxTokens", maxTokens);
  }

  @Override
  public Optional<Sample> read(JsonNode response) {
    JsonNode content = response.path("content");
    String model = response.path("model").textValue();
    if (model == null || !(content.isObject() || content.isArray())) {
      return Optional.empty();
    }
    StringJoiner words = new StringJoiner("\n");
    for (JsonNode block : content.isArray() ? content : Json.array().add(content)) {
      if (block.path("text").isTextual()) {
        words.add(block.path("text").textValue());
      }
    }
    return Optional.of(new Sample(words.toString(), model));
  }
}
