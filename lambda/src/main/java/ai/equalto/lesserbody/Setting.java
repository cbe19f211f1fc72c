package ai.equalto.lesserbody;

/** Every environment variable that the function reads, as the configuration table shows it. */
enum Setting {
  JWT_SECRET(
      "none: that of `JWT_SECRET_ARN`",
      "Secret shared with the Lesser instance, which verifies its access tokens; at least 32 bytes."
          + " Refused in Lambda, unless `MCP_STAGE` is `dev`"),
  JWT_SECRET_ARN(
      "`lesser/jwt-secret`",
      "ARN or name of that secret in Secrets Manager: plain text, or JSON with a field `secret`"),
  JWT_ROTATION_GRACE_MINUTES(
      "`60`",
      "Minutes after a rotation in which what was signed or sealed with the secret before is still"
          + " good; 1 to 1440"),
  JWT_AUDIENCE(
      "the endpoint, which tokens of the Lesser instance need not name",
      "What every access token must be meant for (its claim `aud`)"),
  JWT_TRUSTED_ISSUERS(
      "none: only the Lesser instance issues tokens",
      "Issuers whose access tokens (RS256, ES256) are taken as well, separated by commas; each by its"
          + " URL, and one whose tokens have no `aud` with"
          + " `;client_id=one two;scope_prefix=lesser/`"),
  MCP_ALLOW_LEGACY_INSTANCE_KEY(
      "`false`",
      "Deprecated. `true` lets in whoever holds the key of the managed instance, with the scope"
          + " `admin`"),
  LESSER_HOST_INSTANCE_KEY(
      "none: that of `LESSER_HOST_INSTANCE_KEY_ARN`",
      "That key; at least 32 characters of a bearer token, not of the form `x.y.z`"),
  LESSER_HOST_INSTANCE_KEY_ARN(
      "none",
      "ARN or name of that key in Secrets Manager: plain text, or JSON with a field `secret`"),
  MCP_IAM_SCOPES(
      "none: no caller by AWS IAM is admitted",
      "Who may call the routes under `/iam`, and what for, separated by commas:"
          + " `arn:aws:sts::123456789012:assumed-role/Agent/*=write`; `*` stands for any characters"
          + " but `/` and `:`"),
  MCP_STAGE("`live`", "What the function is for: `dev`, `staging` or `live`"),
  MCP_ENDPOINT(
      "the URL of the gateway's stage",
      "Public URL of the MCP endpoint, ending in `/mcp`; https, or http on loopback"),
  LESSER_API_BASE_URL(
      "`MCP_ENDPOINT` without `/mcp`",
      "URL of the Lesser instance, which issues the access tokens; https, or http on loopback"),
  LESSER_API_TIMEOUT_SECONDS("`10`", "Seconds that one call to the instance may take; 1 to 25"),
  MCP_ALLOWED_ORIGINS("none", "Web origins that may call from a browser, separated by commas"),
  MCP_ALLOW_LOOPBACK_ORIGINS(
      "`false`", "`true` admits web origins on this machine; refused in Lambda"),
  LESSER_TABLE_NAME("required", "DynamoDB table that holds the memories"),
  MCP_SESSION_TABLE(
      "none: sessions are sealed into their ids and end by expiry alone",
      "DynamoDB table that holds the sessions of older protocol revisions"),
  MCP_SESSION_TTL_MINUTES("`60`", "Minutes that a session lives; 1 to 1440"),
  MCP_PACKS("all", "Packs to serve, separated by commas: `echo`, `memory`, `lesser`, `agent`"),
  MCP_CONFIRM_TOOLS(
      "none",
      "Tools that a person has to confirm before they act, separated by commas; needs"
          + " `MCP_SESSION_TABLE`"),
  MCP_CONFIRM_FALLBACK(
      "`refuse`",
      "What becomes of those where the client cannot ask a person: `refuse`, or `allow`"),
  MCP_INPUT_TTL_MINUTES("`10`", "Minutes that a client has to answer what a call asks it; 1 to 60"),
  MCP_REVOCATION_TABLE(
      "none: no token is revoked before it expires",
      "DynamoDB table that holds what was revoked, which is asked about every token"),
  MCP_REVOCATION_FAIL(
      "`closed`",
      "What becomes of tokens while that table cannot be read: `closed` refuses them, `open` lets"
          + " them pass; needs `MCP_REVOCATION_TABLE`"),
  MCP_RATE_TABLE(
      "none: nobody is limited or locked out",
      "DynamoDB table that holds what callers asked for of late"),
  MCP_RATE_LIMITS(
      "`read=1200/1m, write=300/1m, admin=120/1m`",
      "How much one identity may ask for, separated by commas: by the scope that a tool needs, or by"
          + " the name of a tool, as in `write=60/1m, post_create=100/24h`; needs `MCP_RATE_TABLE`"),
  AWS_REGION("set by Lambda", "AWS region of the tables and secrets"),
  AWS_ENDPOINT_URL_DYNAMODB(
      "that of the region", "URL of another DynamoDB; https, or http on loopback"),
  AWS_ENDPOINT_URL_SECRETS_MANAGER(
      "that of the region", "URL of another Secrets Manager; https, or http on loopback");

  private final String defaultText;
  private final String meaning;

  Setting(String defaultText, String meaning) {
    this.defaultText = defaultText;
    this.meaning = meaning;
  }

  /** What holds when the variable is not set, in Markdown. */
  String defaultText() {
    return defaultText;
  }

  /** What the variable is for, in Markdown. */
  String meaning() {
    return meaning;
  }
}
