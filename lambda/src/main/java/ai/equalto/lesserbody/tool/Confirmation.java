package ai.equalto.lesserbody.tool;

import ai.equalto.lesserbody.call.Binding;
import ai.equalto.lesserbody.call.CallContext;
import ai.equalto.lesserbody.call.Capability;
import ai.equalto.lesserbody.call.Elicited;
import ai.equalto.lesserbody.call.FormQuestion;
import ai.equalto.lesserbody.call.InputRequiredException;
import ai.equalto.lesserbody.schema.Description;
import ai.equalto.lesserbody.schema.Input;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Has a person confirm what some tools are about to do. The answer counts only for the very call
 * that was shown, and once: it comes with sealed state that is bound to the caller and the
 * arguments, and is spent when it is brought back.
 *
 * @param tools the names of the tools
 * @param allowsUnasked whether to go on if the client has no way to ask a person
 */
public record Confirmation(Set<String> tools, boolean allowsUnasked) {
  /** No tool is confirmed. */
  public static final Confirmation NONE = new Confirmation(Set.of(), false);

  public Confirmation {
    tools = Set.copyOf(tools);
  }

  /** The form that a person fills in. */
  record Consent(@Description("Whether to go on.") boolean confirm) {
    private static final Input<Consent> FORM = Input.open(Consent.class);
  }

  /**
   * Fails if a name stands for no tool: what is not confirmed because of a slip of the pen would be
   * found out too late.
   *
   * @throws UnknownToolException naming those that are unknown
   */
  void requireKnown(Collection<String> known) {
    if (!known.containsAll(tools)) {
      Set<String> unknown = new TreeSet<>(tools);
      unknown.removeAll(known);
      throw new UnknownToolException(unknown);
    }
  }

  /** Tools are to be confirmed that do not exist. */
  public static final class UnknownToolException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownToolException(Set<String> unknown) {
      super("no tool that is served: " + String.join(", ", unknown));
    }
  }

  /**
   * Why the tool must not run; empty if nobody minds.
   *
   * @throws InputRequiredException if the person has to be asked first
   */
  Optional<String> refusal(Tool<?, ?> tool, ObjectNode arguments, CallContext call)
      throws InputRequiredException {
    boolean goesOn =
        !tools.contains(tool.name()) || (allowsUnasked && !call.canAsk(Capability.FORM));
    if (goesOn) {
      return Optional.empty();
    }
    Optional<String> shown = Shown.of(arguments);
    if (shown.isEmpty()) {
      return Optional.of("There are more arguments than a person can be asked to confirm.");
    }
    return switch (call.ask(question(tool, shown.get()))) {
      case Elicited.Accepted<Consent>(Consent(boolean confirm)) when confirm -> Optional.empty();
      case Elicited.Accepted<Consent> unconfirmed -> Optional.of("The person did not confirm.");
      case Elicited.Declined<Consent> declined -> Optional.of("The person declined.");
      case Elicited.Cancelled<Consent> cancelled -> Optional.of("The person did not answer.");
    };
  }

  private static FormQuestion<Consent> question(Tool<?, ?> tool, String shown) {
    String words =
        "An agent wants to run \"" + tool.title() + "\" (" + tool.name() + ") with:\n" + shown;
    return new FormQuestion<>("confirm_" + tool.name(), words, Consent.FORM, Binding.ONCE);
  }
}
