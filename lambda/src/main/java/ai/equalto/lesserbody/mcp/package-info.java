/**
 * The Model Context Protocol over Streamable HTTP. {@code McpEndpoint} holds the rules of HTTP that
 * all revisions share; this package speaks the stateless revision, {@code legacy} the older ones.
 */
package ai.equalto.lesserbody.mcp;
