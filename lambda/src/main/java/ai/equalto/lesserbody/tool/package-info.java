/**
 * Tools: what one is, and the registry that finds it, has a person confirm it where that is wanted,
 * and runs it. Knows nothing of HTTP or of the wire form of MCP.
 */
package ai.equalto.lesserbody.tool;
