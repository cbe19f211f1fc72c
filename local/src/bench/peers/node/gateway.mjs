// Between the proxy events of API Gateway and the requests that the SDKs take, for callers with a token.
import { jwtVerify } from 'jose';

const SECRET = new TextEncoder().encode(process.env.JWT_SECRET);
const UNAUTHORIZED = { statusCode: 401, headers: {}, body: '' };

async function caller(token) {
  try {
    const { payload } = await jwtVerify(token, SECRET, { algorithms: ['HS256'] });
    return payload.scopes.includes('read')
      ? { token, clientId: payload.sub, scopes: payload.scopes, expiresAt: payload.exp }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Makes a function of events from one of requests and of who asks. */
export function guarded(respond) {
  return async (event) => {
    const request = new Request(`https://${event.headers.Host}${event.path}`, {
      method: event.httpMethod,
      headers: event.headers,
      body: event.body,
    });
    const authInfo = await caller((request.headers.get('authorization') ?? '').replace('Bearer ', ''));
    if (!authInfo) {
      return UNAUTHORIZED;
    }
    const response = await respond(request, { authInfo });
    return {
      statusCode: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    };
  };
}
