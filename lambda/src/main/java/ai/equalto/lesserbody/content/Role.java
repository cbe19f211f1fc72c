package ai.equalto.lesserbody.content;

import java.util.Locale;

/** Who says something, or whom it is for (MCP, "Role"). */
public enum Role {
  USER,
  ASSISTANT;

  /** The role as the protocol writes it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
