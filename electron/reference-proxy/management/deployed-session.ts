import { decodeBytes } from '../../../shared/spcp/ascii.ts';
import { messageOf, messages } from '../../../shared/spcp/message.ts';
import { encodeReply } from '../../../shared/spcp/reply.ts';
import { status } from '../../../shared/spcp/status.ts';
import { transformations } from '../transformations.ts';
import { type DeployedRequest, readDeployedRequest } from './deployed-request.ts';
import { LoginState } from './login.ts';
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
  const login = new LoginState(credentials);
  let held: readonly number[] = [];
  let silent = false;

  // One request is read for each message that arrives, so a second one in the same message waits for a third (deployed behaviour 7),
  // and a request in two messages is joined (deployed behaviour 8).
  return (message) => {
    if (silent) return;
    held = [...held, ...message];
    const next = readDeployedRequest(held);
    if (next === 'incomplete') return;
    const reply = next === 'too-many-arguments' ? 'silence' : answer(proxy, login, next);
    if (next === 'too-many-arguments' || typeof reply === 'string') {
      silent = true;
      held = [];
      if (reply === 'shutdown') output.close();
      return;
    }
    held = held.slice(next.length);
    output.send(reply);
  };
}

/**
 * The reply; or `shutdown`, an orderly end without one: for QUIT (deployed behaviour 10), and for what is no command of the transaction state
 * (deployed behaviour 9); or `silence` for good. Reads take no notice of arguments, and the settings none of a second one (deployed behaviour 18).
 */
function answer(
  proxy: ManagedProxy,
  login: LoginState,
  request: DeployedRequest,
): Uint8Array | 'shutdown' | 'silence' {
  const [argument] = request.arguments;
  if (login.state !== 'in') return authenticate(login, request.command, argument);
  const name = messageOf(request.command);
  if (name === undefined || messages[name].state === 'authentication') return 'shutdown';
  if (name === 'quit') return 'shutdown';
  if (name === 'setBufferSize' && argument === undefined) {
    proxy.crash('a buffer size request without an argument');
    return 'silence';
  }
  if (name === 'setBufferSize') return setBufferSize(proxy, decodeBytes(argument ?? noBytes));
  if (name === 'changeTransformation')
    return changeTransformation(proxy, argument === undefined ? null : decodeBytes(argument));
  // No transformation is one NUL (deployed behaviour 3).
  const data = metric(proxy, name) ?? '\0';
  const bytes = Array.from(data, (character) => character.charCodeAt(0));
  return Uint8Array.of(status.ok, bytes.length, ...bytes, ...stray);
}

const noBytes: Uint8Array = new Uint8Array(0);

/** All but USER and PASS is refused (deployed behaviour 11); either without an argument is refused like a wrong one (deployed behaviour 18). */
function authenticate(login: LoginState, command: number, argument = noBytes) {
  const isLogin = command === messages.user.command || command === messages.pass.command;
  if (!isLogin) return authenticationError;
  // In the state that waits for USER, a PASS is taken for one (deployed behaviour 12).
  const isPassword = login.state === 'password' && command === messages.pass.command;
  const accepted = isPassword ? login.password(argument) : login.user(argument);
  return accepted ? ok : authenticationError;
}

/** Applies whatever comes but an empty argument (deployed behaviour 18); one digit is refused as well as applied (deployed behaviour 4). */
function setBufferSize(proxy: ManagedProxy, text: string): Uint8Array {
  if (text === '') return invalidArguments;
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
