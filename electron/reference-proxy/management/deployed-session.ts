import { decodeBytes } from '../../../shared/spcp/ascii.ts';
import { messageOf, messages } from '../../../shared/spcp/message.ts';
import { encodeReply } from '../../../shared/spcp/reply.ts';
import { status } from '../../../shared/spcp/status.ts';
import { transformations } from '../transformations.ts';
import { type DeployedRequest, readDeployedRequest } from './deployed-request.ts';
import { Login } from './login.ts';
import type { Credentials, ManagedProxy } from './managed-proxy.ts';
import { metric, type Receive, type SessionOutput } from './strict-session.ts';

/** What the deployed server leaves after DATA (deployed behaviour 1). */
const stray = [0, 0];

const ok = encodeReply(status.ok);
const authenticationError = encodeReply(status.authenticationError);
const invalidArguments = encodeReply(status.invalidArguments);

/** A session that answers byte for byte as the deployed server was seen to, its faults included. */
export function deployedSession(
  proxy: ManagedProxy,
  credentials: Credentials,
  output: SessionOutput,
): Receive {
  const login = new Login(credentials);
  let held: readonly number[] = [];
  let silent = false;

  // One request is read for each message that arrives, so a second one in the same message waits for a third (deployed behaviour 7),
  // and a request in two messages is joined (deployed behaviour 8).
  return (message) => {
    if (silent) return;
    held = [...held, ...message];
    const next = readDeployedRequest(held);
    if (next === 'incomplete') return;
    const reply = next === 'too-many-arguments' ? null : answer(proxy, login, next);
    if (next === 'too-many-arguments' || reply === null) {
      silent = true;
      held = [];
      return;
    }
    held = held.slice(next.length);
    if (reply === 'quit') {
      silent = true;
      output.close();
    } else {
      output.send(reply);
    }
  };
}

/** The reply, or null where the session falls silent for good (deployed behaviour 9), or `quit`, which has no reply (deployed behaviour 10). */
function answer(
  proxy: ManagedProxy,
  login: Login,
  request: DeployedRequest,
): Uint8Array | 'quit' | null {
  const [argument, ...more] = request.arguments;
  if (login.state !== 'in') return authenticate(login, request.command, argument);
  const name = messageOf(request.command);
  if (name === undefined || messages[name].state === 'authentication') return null;
  if (name === 'quit') return 'quit';
  if (name === 'setBufferSize' && argument === undefined) {
    proxy.crash('a buffer size request without an argument');
    return null;
  }
  if (more.length > 0) return invalidArguments;
  if (name === 'setBufferSize') return setBufferSize(proxy, decodeBytes(argument ?? noBytes));
  if (name === 'changeTransformation')
    return changeTransformation(proxy, argument === undefined ? null : decodeBytes(argument));
  if (argument !== undefined) return invalidArguments;
  // No transformation is one NUL (deployed behaviour 3).
  const data = metric(proxy, name) ?? '\0';
  const bytes = Array.from(data, (character) => character.charCodeAt(0));
  return Uint8Array.of(status.ok, bytes.length, ...bytes, ...stray);
}

const noBytes = new Uint8Array(0);

/** All but USER and PASS is refused (deployed behaviour 11). */
function authenticate(login: Login, command: number, argument: Uint8Array | undefined) {
  const isLogin = command === messages.user.command || command === messages.pass.command;
  if (!isLogin) return authenticationError;
  if (argument === undefined) return invalidArguments;
  // In the state that waits for USER, a PASS is taken for one (deployed behaviour 12).
  const isPassword = login.state === 'password' && command === messages.pass.command;
  const accepted = isPassword ? login.password(argument) : login.user(argument);
  return accepted ? ok : authenticationError;
}

/** Applies whatever comes; one digit is refused as well as applied (deployed behaviour 4). */
function setBufferSize(proxy: ManagedProxy, text: string): Uint8Array {
  const size = Number.parseInt(text, 10);
  proxy.settings.bufferSize = Number.isNaN(size) ? 0 : size;
  return /^[0-9]$/.test(text) ? Uint8Array.of(status.invalidArguments, 0) : ok;
}

/** The deployed server would take any command; this one must not run what is not on its list. */
function changeTransformation(proxy: ManagedProxy, command: string | null): Uint8Array {
  if (command !== null && !transformations.has(command)) return invalidArguments;
  proxy.settings.transformation = command;
  return ok;
}
