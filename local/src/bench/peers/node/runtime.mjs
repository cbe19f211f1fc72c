// Asks the Lambda Runtime API for events and answers them, one after the other, over one connection.
import { connect } from 'node:net';

const ROOT = '/2018-06-01/runtime/invocation';

class Connection {
  #address;
  #socket;
  #unread = Buffer.alloc(0);
  #answered;

  constructor(address) {
    const [host, port] = address.split(':');
    this.#address = address;
    this.#socket = connect({ host, port, noDelay: true });
    this.#socket.on('data', (bytes) => this.#read(bytes));
    this.#socket.on('error', () => process.exit(1));
    this.#socket.on('end', () => process.exit(0));
  }

  /** Sends a request, of which there is one at a time; resolves to the answer's head and body. */
  ask(line, body = '') {
    const length = Buffer.byteLength(body);
    this.#socket.write(`${line} HTTP/1.1\r\nHost: ${this.#address}\r\nContent-Length: ${length}\r\n\r\n${body}`);
    return new Promise((resolve) => { this.#answered = resolve; });
  }

  #read(bytes) {
    this.#unread = this.#unread.length === 0 ? bytes : Buffer.concat([this.#unread, bytes]);
    const body = this.#unread.indexOf('\r\n\r\n') + 4;
    if (body < 4) {
      return;
    }
    const head = this.#unread.toString('latin1', 0, body);
    const end = body + Number(field(head, 'Content-Length'));
    if (this.#unread.length >= end) {
      const text = this.#unread.toString('utf8', body, end);
      this.#unread = this.#unread.subarray(end);
      this.#answered({ head, text });
    }
  }
}

function field(head, name) {
  const start = head.toLowerCase().indexOf(`\r\n${name.toLowerCase()}: `) + name.length + 4;
  return head.slice(start, head.indexOf('\r\n', start));
}

/** Has a function of events answer for as long as Lambda asks. */
export async function serve(answer) {
  const lambda = new Connection(process.env.AWS_LAMBDA_RUNTIME_API);
  for (;;) {
    const { head, text } = await lambda.ask(`GET ${ROOT}/next`);
    const invocation = `${ROOT}/${field(head, 'Lambda-Runtime-Aws-Request-Id')}`;
    try {
      await lambda.ask(`POST ${invocation}/response`, JSON.stringify(await answer(JSON.parse(text))));
    } catch (failure) {
      const told = { errorType: failure.name, errorMessage: failure.stack };
      await lambda.ask(`POST ${invocation}/error`, JSON.stringify(told));
    }
  }
}
