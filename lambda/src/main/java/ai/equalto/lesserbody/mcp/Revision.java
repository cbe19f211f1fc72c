package ai.equalto.lesserbody.mcp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The revisions of the protocol that this server speaks, newest first. */
public enum Revision {
  V2026_07_28("2026-07-28", true),
  V2025_11_25("2025-11-25", false),
  V2025_06_18("2025-06-18", false),
  V2025_03_26("2025-03-26", false);

  /** The name of the HTTP field that carries a revision. */
  public static final String HEADER = "MCP-Protocol-Version";

  private final String wire;
  private final boolean stateless;

  Revision(String wire, boolean stateless) {
    this.wire = wire;
    this.stateless = stateless;
  }

  /** The revision as the protocol writes it. */
  public String wire() {
    return wire;
  }

  /** Whether each request stands for itself, rather than following an {@code initialize}. */
  public boolean isStateless() {
    return stateless;
  }

  /** The revision of that name, if this server speaks it. */
  public static Optional<Revision> of(String wire) {
    for (Revision revision : values()) {
      if (revision.wire.equals(wire)) {
        return Optional.of(revision);
      }
    }
    return Optional.empty();
  }

  /** All names, newest first. */
  public static List<String> supported() {
    return Arrays.stream(values()).map(Revision::wire).toList();
  }
}
