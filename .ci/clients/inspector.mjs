// The MCP Inspector's command line, in both eras.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as steps from './steps.mjs';

const PACKAGE = 'node_modules/@modelcontextprotocol/inspector/';
const launcher = fileURLToPath(
  new URL(`${PACKAGE}clients/launcher/build/index.js`, import.meta.url),
);

async function inspect(era, token, ...args) {
  const options = ['--cli', '--transport', 'http', '--server-url', steps.MCP_URL];
  options.push('--protocol-era', era, '--header', `Authorization: Bearer ${token}`);
  options.push('--stored-auth-only', '--format', 'json', '--quiet', ...args);
  const env = { ...process.env, MCP_INSPECTOR_SECRET_STORE: 'memory' };
  const command = [launcher, ...options];
  const running = promisify(execFile)(process.execPath, command, { env, timeout: 60_000 });
  running.child.stdin.end();
  const { stdout } = await running.catch(({ signal, stderr }) => {
    // Not its own message, which shows the command line and so the token.
    throw new Error(signal ? `the Inspector got no answer in a minute: ${stderr}` : stderr.trim());
  });
  return JSON.parse(stdout).result;
}

function toolsOf(era, token) {
  return {
    list: async () => (await inspect(era, token, '--method', 'tools/list')).tools,
    call: async (name, args) => {
      const options = ['--tool-name', name, '--tool-args-json', JSON.stringify(args)];
      const result = await inspect(era, token, '--method', 'tools/call', ...options);
      assert(!result.isError, JSON.stringify(result.content));
      return result.structuredContent;
    },
  };
}

for (const era of ['modern', 'legacy']) {
  console.log(`MCP Inspector, ${era} era, ${steps.phase}`);
  await steps.useTools(`inspector ${era}`, toolsOf(era, steps.TOKEN));
  if (steps.phase === 'write') {
    await steps.useReadOnlyTools(toolsOf(era, steps.READ_TOKEN));
    await steps.step('a forged token is refused with 401', () =>
      steps.assertUnauthorized(toolsOf(era, steps.FORGED_TOKEN).list()),
    );
  }
}
