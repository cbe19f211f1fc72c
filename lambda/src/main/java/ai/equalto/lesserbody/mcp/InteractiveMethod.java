package ai.equalto.lesserbody.mcp;

import ai.equalto.lesserbody.call.Conversation;
import ai.equalto.lesserbody.http.Request;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A method that may have to know something of its client before it answers. */
public interface InteractiveMethod {
  /** Answers, or asks. */
  MethodResult answer(Caller caller, ObjectNode params, Conversation conversation);

  /** Takes note of a call that is not made, because the request around it forbids it. */
  void skip(Caller caller, ObjectNode params);

  /** What header fields say of the parameters that the body does not; repeats neither. */
  default Optional<String> contradiction(Request request, ObjectNode params) {
    return Optional.empty();
  }
}
