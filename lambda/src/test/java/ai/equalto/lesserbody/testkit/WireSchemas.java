package ai.equalto.lesserbody.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds messages of a server against the schema that their revision publishes, and against the few
 * rules of the specification on the form of an answer that no schema can state. Which definition a
 * result must fit follows from the schema as well: what answers the method of {@code XRequest} is
 * an {@code XResult}, or an {@code EmptyResult} where the revision has no such definition.
 */
public final class WireSchemas {
  /**
   * The one deviation that is meant. These two revisions demand an id of every error, and know none
   * for a body whose id cannot be read; the later ones leave it out, as this server always does.
   */
  private static final Set<String> ERRORS_NEED_AN_ID = Set.of("2025-06-18", "2025-03-26");

  private static final String STATELESS = "2026-07-28";
  private static final Set<Integer> RETIRED_CODES = Set.of(-32002, -32042);

  private WireSchemas() {}

  /**
   * What is wrong with an answer, in one line each; empty if nothing is.
   *
   * @param revision the revision that the request was made in, or that {@code initialize} settled
   * @param method the method that is answered, if it could be read
   * @param reply one JSON-RPC message
   */
  public static List<String> complaints(String revision, Optional<String> method, JsonNode reply) {
    PublishedSchema schema = PublishedSchema.of(revision);
    if (reply.has("result") == reply.has("error")) {
      return List.of(revision + " an answer has either a result or an error");
    }
    return reply.has("error") ? error(schema, reply) : result(schema, method, reply);
  }

  /** What is wrong with a message that stands before the answer in an event stream. */
  public static List<String> notificationComplaints(String revision, JsonNode message) {
    PublishedSchema schema = PublishedSchema.of(revision);
    if (message.has("id")) {
      return List.of(revision + " a notification has no id");
    }
    return schema
        .alternative("ServerNotification", message.path("method").asText())
        .map(definition -> schema.problems(definition, message))
        .orElseGet(() -> List.of(revision + " ServerNotification: no such method"));
  }

  private static List<String> error(PublishedSchema schema, JsonNode reply) {
    JsonNode checked = reply;
    if (!reply.has("id") && ERRORS_NEED_AN_ID.contains(schema.revision())) {
      checked = reply.<ObjectNode>deepCopy().put("id", 0);
    }
    String envelope = schema.firstOf("JSONRPCErrorResponse", "JSONRPCError");
    List<String> found = new ArrayList<>(schema.problems(envelope, checked));
    int code = reply.at("/error/code").intValue();
    schema.error(code).map(own -> schema.problems(own, reply)).ifPresent(found::addAll);
    if (schema.revision().equals(STATELESS) && isForbidden(schema, code)) {
      found.add(STATELESS + " Error Codes: " + code + " must not be used");
    }
    return found;
  }

  /** "Error Codes" of 2026-07-28: a part of the range is the specification's alone. */
  private static boolean isForbidden(PublishedSchema schema, int code) {
    return RETIRED_CODES.contains(code)
        || (code >= -32099 && code <= -32020 && schema.error(code).isEmpty());
  }

  private static List<String> result(
      PublishedSchema schema, Optional<String> method, JsonNode reply) {
    String envelope = schema.firstOf("JSONRPCResultResponse", "JSONRPCResponse");
    List<String> found = new ArrayList<>(schema.problems(envelope, reply));
    if (method.isPresent()) {
      found.addAll(
          schema
              .alternative("ClientRequest", method.get())
              .map(request -> ofMethod(schema, request, reply.get("result")))
              .orElseGet(
                  () -> List.of(schema.revision() + " ClientRequest: no such method to succeed")));
    }
    return found;
  }

  /**
   * What a {@code resultType} other than these would be is for an extension to say, and this server
   * has none. {@code InputRequiredResult} itself demands too little to tell the two kinds apart.
   */
  private static List<String> ofMethod(PublishedSchema schema, String request, JsonNode result) {
    String name = request.replaceFirst("Request$", "Result");
    if (!schema.revision().equals(STATELESS)) {
      return schema.problems(schema.firstOf(name, "EmptyResult"), result);
    }
    return switch (result.path("resultType").asText()) {
      case "complete" -> schema.problems(schema.firstOf(name, "EmptyResult"), result);
      case "input_required" -> inputRequired(schema, name, result);
      default -> List.of(STATELESS + " " + name + ": resultType is neither of the two");
    };
  }

  private static List<String> inputRequired(PublishedSchema schema, String name, JsonNode result) {
    if (!schema.mentions(name + "Response", "InputRequiredResult")) {
      return List.of(STATELESS + " " + name + ": this method may not require input");
    }
    return result.has("inputRequests") || result.has("requestState")
        ? schema.problems("InputRequiredResult", result)
        : List.of(STATELESS + " InputRequiredResult: neither inputRequests nor requestState");
  }
}
