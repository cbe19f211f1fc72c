import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { guarded } from './gateway.mjs';
import { serve } from './runtime.mjs';

const ECHO = { description: 'Says it again.', inputSchema: z.object({ message: z.string() }) };

function server() {
  const made = new McpServer({ name: 'sdk2', version: '2' });
  made.registerTool('echo', ECHO, ({ message }) => ({ content: [{ type: 'text', text: message }] }));
  return made;
}

const mcp = createMcpHandler(server, { responseMode: 'json' });

await serve(guarded((request, caller) => mcp.fetch(request, caller)));
