/**
 * Tools: what one is, and the registry that checks scope and input, runs it and leaves the audit
 * line. Knows nothing of HTTP or of the wire form of MCP.
 */
package ai.equalto.lesserbody.tool;
