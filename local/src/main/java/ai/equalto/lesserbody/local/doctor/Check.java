package ai.equalto.lesserbody.local.doctor;

import java.util.Locale;

/** All that is looked at, in this order. A row of {@code docs/troubleshooting.md} explains each. */
public enum Check {
  DNS(Group.CONNECTION),
  CONNECTION(Group.CONNECTION),
  PLAIN_HTTP(Group.CONNECTION),
  TLS_PROTOCOL(Group.TLS),
  TLS_CERTIFICATE(Group.TLS),
  TLS_OLD(Group.TLS),
  HEALTH(Group.DOCUMENTS),
  CLOCK(Group.DOCUMENTS),
  DISCOVERY(Group.DOCUMENTS),
  METADATA(Group.DOCUMENTS),
  METADATA_SHORT(Group.DOCUMENTS),
  METADATA_PLACE(Group.DOCUMENTS),
  AUTHORIZATION_SERVERS(Group.DOCUMENTS),
  CHALLENGE(Group.CHALLENGE),
  BAD_TOKEN(Group.CHALLENGE),
  GET(Group.CHALLENGE),
  IAM(Group.CHALLENGE),
  TOKEN(Group.TOKEN),
  REVISION_2026_07_28(Group.TOKEN),
  REVISION_2025_11_25(Group.TOKEN),
  REVISION_2025_06_18(Group.TOKEN),
  REVISION_2025_03_26(Group.TOKEN),
  TOOLS_LIST(Group.TOKEN),
  TOOLS_CALL(Group.TOKEN),
  SCOPE(Group.TOKEN),
  RATE_LIMIT(Group.TOKEN),
  NO_STORE(Group.TOKEN),
  CORS_PREFLIGHT(Group.BROWSER),
  CORS_CHALLENGE(Group.BROWSER),
  CORS_FOREIGN(Group.BROWSER),
  LEAKS(Group.ANSWERS);

  private final Group group;

  Check(Group group) {
    this.group = group;
  }

  /** What it belongs to. */
  public Group group() {
    return group;
  }

  /** Its name in reports and in the docs, such as {@code tls-protocol}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
