/** JSON and JSON-RPC 2.0: strict reading, ids, messages and error codes. Knows nothing of MCP. */
package ai.equalto.lesserbody.jsonrpc;
