/**
 * HTTP as this server needs it: an immutable request, a response, and routes that cannot be written
 * down without saying who may use them. Knows nothing of Lambda, tokens or MCP.
 */
package ai.equalto.lesserbody.http;
