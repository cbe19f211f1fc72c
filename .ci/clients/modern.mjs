// TypeScript SDK, version 2: the stateless revision, found by probing as a new client would.
import assert from 'node:assert/strict';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { toolsOf } from './sdk.mjs';
import * as steps from './steps.mjs';

const REVISION = '2026-07-28';

async function connect(token, mode = 'auto') {
  // The SDK speaks the older revisions unless it is told to probe.
  const client = new Client({ name: 'e2e-modern', version: '1.0.0' }, { versionNegotiation: { mode } });
  const transport = new StreamableHTTPClientTransport(new URL(steps.MCP_URL), {
    requestInit: { headers: { Authorization: `Bearer ${token}` } },
  });
  await client.connect(transport);
  return client;
}

console.log(`TypeScript SDK 2, ${steps.phase}`);
const client = await steps.step(`negotiates ${REVISION} by server/discover`, async () => {
  const connected = await connect(steps.TOKEN);
  assert.equal(connected.getProtocolEra(), 'modern');
  assert.equal(connected.getNegotiatedProtocolVersion(), REVISION);
  assert.equal(connected.transport.sessionId, undefined);
  return connected;
});
await steps.useTools('modern', toolsOf(client));
await client.close();

if (steps.phase === 'write') {
  const reader = await connect(steps.READ_TOKEN, { pin: REVISION });
  await steps.useReadOnlyTools(toolsOf(reader));
  await reader.close();
  await steps.step('a forged token is refused', () =>
    steps.assertUnauthorized(connect(steps.FORGED_TOKEN)),
  );
}
