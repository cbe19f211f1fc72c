// The tools as a client of the TypeScript SDK sees them; versions 1 and 2 agree on these calls.
import assert from 'node:assert/strict';

export function toolsOf(client) {
  return {
    list: async () => (await client.listTools()).tools,
    call: async (name, args) => {
      const result = await client.callTool({ name, arguments: args });
      assert(!result.isError, JSON.stringify(result.content));
      assert(result.structuredContent, `${name} has no structured content`);
      return result.structuredContent;
    },
  };
}
