// TypeScript SDK, version 1: the older revisions, with initialize and a session.
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { toolsOf } from './sdk.mjs';
import * as steps from './steps.mjs';

const REVISION = '2025-11-25';

async function connect(token) {
  const client = new Client({ name: 'e2e-legacy', version: '1.0.0' });
  const transport = new StreamableHTTPClientTransport(new URL(steps.MCP_URL), {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
  });
  await client.connect(transport);
  return { client, transport };
}

console.log(`TypeScript SDK 1, ${steps.phase}`);
const { client, transport } = await steps.step(`connects with ${REVISION} and a session`, async () => {
  const connected = await connect(steps.TOKEN);
  assert.equal(connected.transport.protocolVersion, REVISION);
  assert(connected.transport.sessionId, 'no Mcp-Session-Id');
  return connected;
});
await steps.useTools('legacy', toolsOf(client));

await steps.step('DELETE ends the session, for good', async () => {
  const headers = {
    Accept: 'application/json, text/event-stream',
    Authorization: `Bearer ${steps.TOKEN}`,
    'Content-Type': 'application/json',
    'Mcp-Protocol-Version': REVISION,
    'Mcp-Session-Id': transport.sessionId,
  };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
  const ping = () => fetch(steps.MCP_URL, { method: 'POST', headers, body });
  assert.equal((await ping()).status, 200);
  await transport.terminateSession();
  assert.equal((await ping()).status, 404);
});
await client.close();

if (steps.phase === 'write') {
  const reader = await connect(steps.READ_TOKEN);
  await steps.useReadOnlyTools(toolsOf(reader.client));
  await reader.transport.terminateSession();
  await reader.client.close();
  await steps.step('a forged token is refused', () =>
    steps.assertUnauthorized(connect(steps.FORGED_TOKEN)),
  );
}
