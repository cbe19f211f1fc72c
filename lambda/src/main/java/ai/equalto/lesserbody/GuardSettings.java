package ai.equalto.lesserbody;

import ai.equalto.lesserbody.limit.RateLimits;
import java.util.Optional;

/**
 * The settings of what keeps callers within bounds.
 *
 * @param revocationTable the table of what was revoked; without it nothing is
 * @param revocationFailsOpen whether tokens pass while that cannot be read
 * @param rateTable the table of what callers asked for; without it nobody is limited or locked out
 * @param rateLimits how much that may be
 */
record GuardSettings(
    Optional<String> revocationTable,
    boolean revocationFailsOpen,
    Optional<String> rateTable,
    RateLimits rateLimits) {
  /** Reads them, and reports what is wrong with them. */
  static GuardSettings read(SettingReader settings) {
    settings.needs(Setting.MCP_REVOCATION_FAIL, Setting.MCP_REVOCATION_TABLE);
    settings.needs(Setting.MCP_RATE_LIMITS, Setting.MCP_RATE_TABLE);
    return new GuardSettings(
        settings.text(Setting.MCP_REVOCATION_TABLE),
        settings.choice(Setting.MCP_REVOCATION_FAIL, "closed", "open").equals("open"),
        settings.text(Setting.MCP_RATE_TABLE),
        settings.rateLimits(Setting.MCP_RATE_LIMITS));
  }
}
