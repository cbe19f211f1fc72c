package ai.equalto.lesserbody.call;

import ai.equalto.lesserbody.jsonrpc.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Set;

/** What a client can be asked for (MCP 2026-07-28, "ClientCapabilities"). */
public enum Capability {
  /** That a person fills in a form. */
  FORM,
  /** That a person opens a URL. */
  URL,
  /** That its model answers a prompt. */
  SAMPLING,
  /** The folders that it works on. */
  ROOTS;

  private static final String ELICITATION = "elicitation";

  /** What a client declares. An elicitation without a mode is one by form. */
  public static Set<Capability> declaredIn(JsonNode capabilities) {
    Set<Capability> declared = EnumSet.noneOf(Capability.class);
    JsonNode elicitation = capabilities.path(ELICITATION);
    if (elicitation.path("form").isObject()
        || (elicitation.isObject() && !elicitation.has("url") && !elicitation.has("form"))) {
      declared.add(FORM);
    }
    if (elicitation.path("url").isObject()) {
      declared.add(URL);
    }
    if (capabilities.path("sampling").isObject()) {
      declared.add(SAMPLING);
    }
    if (capabilities.path("roots").isObject()) {
      declared.add(ROOTS);
    }
    return declared;
  }

  /** The declaration that a client would have to make. */
  public static ObjectNode declaration(Set<Capability> needed) {
    ObjectNode capabilities = Json.object();
    for (Capability capability : needed) {
      switch (capability) {
        case FORM -> capabilities.withObjectProperty(ELICITATION).putObject("form");
        case URL -> capabilities.withObjectProperty(ELICITATION).putObject("url");
        case SAMPLING -> capabilities.putObject("sampling");
        case ROOTS -> capabilities.putObject("roots");
      }
    }
    return capabilities;
  }
}
