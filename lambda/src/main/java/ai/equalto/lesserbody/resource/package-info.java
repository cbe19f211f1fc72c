/**
 * Resources: what one is, templates of their URIs, and the registry that finds and reads them.
 * Knows nothing of HTTP or of the wire form of MCP.
 */
package ai.equalto.lesserbody.resource;
