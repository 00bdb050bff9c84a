import { decodeBytes } from '../../../shared/spcp/ascii.ts';
import { type MessageName, messageOf, messages } from '../../../shared/spcp/message.ts';
import { encodeReply } from '../../../shared/spcp/reply.ts';
import {
  bufferSizeRange,
  decodeRawRequest,
  type RawRequest,
  requestLength,
} from '../../../shared/spcp/request.ts';
import { status } from '../../../shared/spcp/status.ts';
import { transformations } from '../transformations.ts';
import { LoginState } from './login.ts';
import type { Credentials, ManagedProxy } from './managed-proxy.ts';

/** Where a session's replies go. */
export interface SessionOutput {
  send(reply: Uint8Array): void;
  /** Ends the association in order, after what was sent. */
  close(): void;
}

/** What a session does with each message that arrives. */
export type Receive = (message: Uint8Array) => void;

/** A session that keeps to the draft and the report: every request is answered, in order, by one reply. */
export function strictSession(
  proxy: ManagedProxy,
  credentials: Credentials,
  output: SessionOutput,
): Receive {
  const login = new LoginState(credentials);
  let held = new Uint8Array(0);
  let over = false;
  return (message) => {
    held = join(held, message);
    while (!over && held.length > 0) {
      const length = requestLength(held);
      if (length === null) return;
      const { request } = decodeRawRequest(held);
      held = held.slice(length);
      output.send(answer(proxy, login, request));
      if (login.state === 'in' && isQuit(request)) {
        over = true;
        output.close();
      }
    }
  };
}

function isQuit(request: RawRequest): boolean {
  return request.command === messages.quit.command && request.arguments.length === 0;
}

function answer(proxy: ManagedProxy, login: LoginState, request: RawRequest): Uint8Array {
  const name = messageOf(request.command);
  if (name === undefined) return encodeReply(status.invalidCommand);
  const [argument, ...more] = request.arguments;
  if (messages[name].state === 'transaction') {
    if (login.state !== 'in') return encodeReply(status.authenticationError);
    if (more.length > 0) return encodeReply(status.invalidArguments);
    return transaction(proxy, name, argument);
  }
  if (login.state === 'in') return encodeReply(status.invalidCommand);
  if (argument === undefined || more.length > 0) return encodeReply(status.invalidArguments);
  const accepted = name === 'user' ? login.user(argument) : login.password(argument);
  return encodeReply(accepted ? status.ok : status.authenticationError);
}

function transaction(
  proxy: ManagedProxy,
  name: MessageName,
  argument: Uint8Array | undefined,
): Uint8Array {
  const { settings } = proxy;
  if (name === 'setBufferSize') {
    const size = argument === undefined ? undefined : parseSize(decodeBytes(argument));
    if (size === undefined) return encodeReply(status.invalidArguments);
    settings.bufferSize = size;
    return encodeReply(status.ok);
  }
  if (name === 'changeTransformation') {
    const command = argument === undefined ? null : decodeBytes(argument);
    if (command !== null && !transformations.has(command))
      return encodeReply(status.invalidArguments);
    settings.transformation = command;
    return encodeReply(status.ok);
  }
  if (argument !== undefined) return encodeReply(status.invalidArguments);
  if (messages[name].data === 'none') return encodeReply(status.ok);
  // Clients of the authors read DATALEN without looking whether it came (deployed behaviour 20).
  return encodeReply(status.ok, metric(proxy, name) ?? '');
}

/** The DATA of a command that reads, or null where there is none. */
export function metric(proxy: ManagedProxy, name: MessageName): string | null {
  const counts = proxy.counts();
  if (name === 'concurrentConnections') return String(counts.connections);
  if (name === 'transferredBytes') return String(counts.transferredBytes);
  if (name === 'historicalAccesses') return String(counts.accesses);
  return name === 'activeTransformation' ? proxy.settings.transformation : null;
}

function parseSize(text: string): number | undefined {
  if (!/^[0-9]{1,20}$/.test(text)) return undefined;
  const size = Number(text);
  return size >= 1 && size <= bufferSizeRange.max ? size : undefined;
}

function join(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(left.length + right.length);
  bytes.set(left);
  bytes.set(right, left.length);
  return bytes;
}
