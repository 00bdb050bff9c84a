import { execFile } from 'node:child_process';
import type { AppError } from '../../../shared/errors.ts';
import type { Finding } from '../../../shared/model/connection-test.ts';
import { type OpenOptions, relayOf, relayTimeoutMs } from '../open.ts';
import { sshMissing } from '../ssh/failure.ts';
import { loginBySsh } from '../ssh/relay.ts';
import type { Target, Transport } from '../transport.ts';
import { type Found, finding, type StageRecord } from './stage.ts';

/** Findings that name the SSH server and nothing else. */
type RelayFinding =
  | 'resolved-there'
  | 'ssh-connected'
  | 'ssh-unreachable'
  | 'ssh-host-key'
  | 'ssh-login-refused'
  | 'relay-missing'
  | 'no-sctp-there'
  | 'relay-failed'
  | 'relay-started';

/** The stages before the login, for a target that is reached by a relay: ssh here, ssh there, the relay. One login, one association. */
export async function examineRelay(
  record: StageRecord,
  target: Target,
  { signal, connectTimeoutMs = relayTimeoutMs }: OpenOptions,
): Promise<Transport | null> {
  const relay = relayOf(target);
  const { sshDestination } = relay;
  const of = (code: RelayFinding): Finding => finding(code, { sshDestination });
  record.skip('resolve', of('resolved-there'));
  const program = await record.run(
    'support',
    () => findSsh(signal),
    () => finding('ssh-missing'),
  );
  if (program === null) {
    record.skip('reach');
    record.skip('handshake');
    return null;
  }
  const login = await record.run(
    'reach',
    async () => ({
      finding: of('ssh-connected'),
      value: await loginBySsh(relay, { signal, connectTimeoutMs }),
    }),
    (error) => of(loginFinding(error)),
  );
  if (login === null) {
    record.skip('handshake');
    return null;
  }
  const joined = await record.run(
    'handshake',
    async () => {
      const transport = await login.value.join();
      return {
        finding: login.value.tells
          ? finding('established', { where: transport.description, address: null })
          : of('relay-started'),
        value: transport,
      };
    },
    (error) => (error.code === 'refused' ? refused(target) : of(relayFinding(error))),
  );
  return joined?.value ?? null;
}

/** Asks the program for its version. */
function findSsh(signal: AbortSignal | undefined): Promise<Found<null>> {
  return new Promise((resolve, reject) => {
    const options = { signal, timeout: 5000, windowsHide: true };
    execFile('ssh', ['-V'], options, (error, _output, said) => {
      if (error !== null) {
        reject(sshMissing(error));
        return;
      }
      const version = said.split(',')[0]?.trim() ?? '';
      resolve({ finding: finding('ssh-found', { version }), value: null });
    });
  });
}

function refused({ host, port }: Target): Finding {
  return finding('refused', { host, port });
}

function loginFinding({ code }: AppError): RelayFinding {
  return code === 'ssh-host-key' || code === 'ssh-login-refused' ? code : 'ssh-unreachable';
}

function relayFinding({ code }: AppError): RelayFinding {
  return code === 'relay-missing' || code === 'no-sctp-there' ? code : 'relay-failed';
}
