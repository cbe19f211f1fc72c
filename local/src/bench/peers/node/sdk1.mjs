// Without sessions, as a function that may be any of many has to be: a server for each request.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport as Transport }
  from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { z } from 'zod';
import { guarded } from './gateway.mjs';
import { serve } from './runtime.mjs';

const ECHO = { description: 'Says it again.', inputSchema: { message: z.string() } };

await serve(guarded(async (request, caller) => {
  const server = new McpServer({ name: 'sdk1', version: '1' });
  server.registerTool('echo', ECHO, ({ message }) => ({ content: [{ type: 'text', text: message }] }));
  const transport = new Transport({ enableJsonResponse: true });
  await server.connect(transport);
  const response = await transport.handleRequest(request, caller);
  await server.close();
  return response;
}));
