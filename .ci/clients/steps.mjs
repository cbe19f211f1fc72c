// What every client does with the server, whichever SDK it is made of.
import assert from 'node:assert/strict';

const { MCP_URL, TOKEN, READ_TOKEN, MARK } = process.env;
for (const [name, value] of Object.entries({ MCP_URL, TOKEN, READ_TOKEN, MARK })) {
  assert(value, `${name} must be set; run .ci/e2e`);
}

export { MCP_URL, TOKEN, READ_TOKEN };

/** "write", or after a restart of the server "read-back". */
export const phase = process.argv[2] ?? 'write';

/** A token of the right form that nobody has signed. */
export const FORGED_TOKEN = TOKEN.replace(/\.[^.]*$/, `.${'A'.repeat(43)}`);

const READ_TOOLS = [
  'echo',
  'followers_list',
  'following_list',
  'memory_query',
  'notifications_read',
  'post_search',
  'profile_read',
  'timeline_read',
];
const WRITE_TOOLS = [
  'follow',
  'memory_append',
  'post_boost',
  'post_create',
  'post_favorite',
  'profile_update',
  'unfollow',
];
const ALL_TOOLS = [...READ_TOOLS, ...WRITE_TOOLS].sort();

/** Runs one step and prints its line; a failure ends the script with its reason. */
export async function step(what, run) {
  try {
    const value = await run();
    console.log(`  ok    ${what}`);
    return value;
  } catch (error) {
    console.log(`  FAIL  ${what}: ${reason(error)}`);
    process.exit(1);
  }
}

/** The words of an error and of everything that caused it. */
export function reason(error) {
  const parts = [];
  for (let e = error; e; e = e.cause) {
    parts.push(e.name, e.message, e.code, e.status, e.data?.status);
  }
  return parts.filter((part) => part !== undefined).join(' ');
}

/** What a refusal for want of a valid token says; "sam local" has no 401 for what an authorizer refuses. */
const REFUSED = new RegExp(process.env.REFUSED ?? '\\b401\\b|unauthori[sz]ed|auth_required', 'i');

/** Fails unless the attempt was refused for want of a valid token. */
export async function assertUnauthorized(attempt) {
  await assert.rejects(attempt, (error) => {
    assert.match(reason(error), REFUSED);
    return true;
  });
}

const names = (tools) => tools.map((tool) => tool.name);

/** `list()` gives tools, `call(name, arguments)` the structured content of a tool's result. */
export async function useTools(who, { list, call }) {
  const content = `${MARK} ${who}`;
  const recall = async () => (await call('memory_query', { query: content })).events;
  if (phase === 'read-back') {
    await step('memory_query finds what was written before the restart', async () => {
      assert.deepEqual((await recall()).map((event) => event.content), [content]);
    });
    return;
  }
  await step(`tools/list offers ${ALL_TOOLS.join(', ')}`, async () => {
    const offered = names(await list());
    for (const tool of ALL_TOOLS) assert(offered.includes(tool), `${tool} is not in ${offered}`);
  });
  await step('tools/call echo answers with the message', async () => {
    assert.match(JSON.stringify(await call('echo', { message: content })), new RegExp(content));
  });
  const written = await step('memory_append writes an event', async () => {
    const { event, created } = await call('memory_append', { content, tags: ['e2e'] });
    assert.equal(created, true);
    return event.event_id;
  });
  await step('memory_query reads it back', async () => {
    const events = await recall();
    assert.deepEqual(events.map((event) => event.event_id), [written]);
    assert.equal(events[0].content, content);
  });
}

/** The same with a token that may only read. */
export async function useReadOnlyTools({ list, call }) {
  await step('a read-only token sees no tool that writes', async () => {
    const offered = names(await list());
    for (const tool of READ_TOOLS) assert(offered.includes(tool), `${tool} is not in ${offered}`);
    for (const tool of WRITE_TOOLS) assert(!offered.includes(tool), `${tool} is offered`);
  });
  await step('a read-only token cannot write', async () => {
    await assert.rejects(call('memory_append', { content: 'not mine to write' }));
  });
}
