/**
 * Prompts: what one is, and the registry that finds and fills them. Knows nothing of HTTP or of the
 * wire form of MCP.
 */
package ai.equalto.lesserbody.prompt;
