package ai.equalto.lesserbody.call;

import java.util.Locale;
import java.util.Optional;

/** How much a log message matters, least first (RFC 5424 section 6.2.1; MCP, "Log Levels"). */
public enum LogLevel {
  DEBUG,
  INFO,
  NOTICE,
  WARNING,
  ERROR,
  CRITICAL,
  ALERT,
  EMERGENCY;

  /** The level as the protocol writes it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of that name, if there is one. */
  public static Optional<LogLevel> of(String wire) {
    for (LogLevel level : values()) {
      if (level.wire().equals(wire)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
