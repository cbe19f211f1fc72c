package ai.equalto.lesserbody.call;

import ai.equalto.lesserbody.auth.Principal;
import ai.equalto.lesserbody.jsonrpc.Json;
import ai.equalto.lesserbody.schema.Input;
import ai.equalto.lesserbody.schema.InvalidInputException;
import ai.equalto.lesserbody.schema.Output;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the work of a call may know and do besides its input. */
public final class CallContext {
  private final Invocation invocation;

  CallContext(Invocation invocation) {
    this.invocation = invocation;
  }

  /** Who calls, proved, and holding the scope that the call needs. */
  public Principal principal() {
    return invocation.principal();
  }

  /** The gateway's id of the request. */
  public String requestId() {
    return invocation.requestId();
  }

  /** When the call will be stopped: its thread is interrupted and its client told so. */
  public Instant deadline() {
    return invocation.deadline();
  }

  /**
   * Tells the client how far the work is, if it wants to know. Only what is more than was told
   * before goes out.
   *
   * @param message what is being done, for a person
   */
  public void progress(double progress, double total, String message) {
    invocation.notifications().progress(progress, total, message);
  }

  /** Tells the client something about the work, if it wants to know. Never tell a secret. */
  public void log(LogLevel level, String logger, String message) {
    log(level, logger, JsonNodeFactory.instance.textNode(message));
  }

  /** Tells the client something about the work, if it wants to know. Never tell a secret. */
  public void log(LogLevel level, String logger, JsonNode data) {
    invocation.notifications().log(level, logger, data);
  }

  /** Whether the client can be asked such questions. */
  public boolean canAsk(Capability capability) {
    return invocation.conversation().capabilities().contains(capability);
  }

  /**
   * The answer to a question. Reads like a call that waits; in truth the handler is left, and run
   * again from its beginning when the answer is there. So ask before you act, and {@link #remember}
   * what must not be worked out twice.
   *
   * @throws InputRequiredException if it has to be asked first; let it pass
   */
  public <A> A ask(Question<A> question) throws InputRequiredException {
    return invocation
        .conversation()
        .answer(question)
        .orElseThrow(() -> new InputRequiredException(List.of(question)));
  }

  /**
   * Returns when all these are answered, having asked them in one round; {@link #ask} then gives
   * the answers.
   *
   * @throws InputRequiredException if some have to be asked first; let it pass
   */
  public void askTogether(Question<?>... questions) throws InputRequiredException {
    List<Question<?>> open = new ArrayList<>();
    for (Question<?> question : questions) {
      if (invocation.conversation().answer(question).isEmpty()) {
        open.add(question);
      }
    }
    if (!open.isEmpty()) {
      throw new InputRequiredException(open);
    }
  }

  /**
   * A value that is worked out once, and is the same in all later rounds of this call. It travels
   * sealed through the client, which can neither read nor change it.
   *
   * @param key what tells the value apart from others of the same call
   */
  public <R extends Record> R remember(String key, Class<R> type, Supplier<R> computation) {
    ObjectNode remembered = invocation.conversation().remembered();
    if (remembered.get(key) instanceof ObjectNode kept) {
      try {
        return Input.open(type).read(kept);
      } catch (InvalidInputException e) {
        throw new IllegalStateException("what was sealed as a " + type.getName() + " is none", e);
      }
    }
    R value = computation.get();
    remembered.set(key, Output.of(type).write(value).orElseGet(Json::object));
    return value;
  }
}
