package ai.equalto.lesserbody.local;

import ai.equalto.lesserbody.local.conformance.SuitePackage;
import java.net.URI;

/**
 * What the server for the conformance suite says when it is ready.
 *
 * @param endpoint the URL of the MCP endpoint
 * @param version the version of the suite that this checkout pins
 */
record ConformanceWelcome(URI endpoint, String version) {
  /** Endpoint, who a caller is, and how to point the suite at it. */
  String text() {
    return """
    lesser-body is ready for the conformance suite at %s

    A request without Authorization is that of the agent %s, who may do everything.
    All data is in memory, and forgotten at the end.

    Point the suite at it, with Node 22 or newer, for each revision:
    npx %s@%s server --url %s --requirements 2026-07-28
    npx %s@%s server --url %s --requirements 2025-11-25

    Ctrl-C stops it. Audit lines follow.
    """
        .formatted(
            endpoint,
            ConformanceServer.AGENT,
            SuitePackage.NAME,
            version,
            endpoint,
            SuitePackage.NAME,
            version,
            endpoint);
  }
}
