import { describe, expect, it, onTestFinished } from 'vitest';
import { createConsole } from '../../electron/console.ts';
import { openVaults } from '../../electron/store/secrets/vaults.ts';
import { run, start } from '../electron/cli/program.ts';
import { type ConsoleWindow, openConsoleWindow } from '../electron/console-window.ts';
import { temporaryDirectory } from '../electron/store/temporary-directory.ts';
import { expectNoneOverwritten, toldByExitCode } from '../support/administrators.ts';
import { credentials } from './conversation.ts';
import { guestTimeout, type Lab } from './lab.ts';
import { deployedServer, plainServer, type ServerKind } from './servers.ts';

const rounds = 3;
const pairOf = (round: number) =>
  round % 2 === 0 ? (['rev', 'cat'] as const) : (['tac', 'true'] as const);

interface Administrator {
  readonly directory: string;
  readonly window: ConsoleWindow;
  /** Of the profile. */
  readonly id: string;
}

/** A console of its own on the host, which has the server in the guest in its sight. */
async function administrator(lab: Lab, port: number): Promise<Administrator> {
  const directory = temporaryDirectory();
  const logFault = (what: string, error: unknown) => expect.fail(`${what}: ${error}`);
  const vault = await openVaults({ directory, logFault });
  const core = await createConsole({ directory, shell: 'web', version: '1.2.3', vault, logFault });
  onTestFinished(() => core.close());
  const window = openConsoleWindow(core.router);
  const place = { host: '127.0.0.1', port, udpPort: lab.udpPort, transport: 'udp' as const };
  const draft = { name: 'guest', ...place, user: credentials.user, pollSeconds: 1 };
  const { id } = await window.call('profiles.save', { draft, password: credentials.password });
  await window.untilState(id, 'ready');
  return { directory, window, id };
}

/** What was told of a change: its outcome, or the code of the error. */
const changed = ({ window, id }: Administrator, seen: string | null, next: string) =>
  window.call('change.transformation', { id, seen, next }).then(
    ({ outcome }) => outcome,
    ({ code }: { readonly code: string }) => code,
  );

const inForce = async ({ window, id }: Administrator) =>
  (await window.call('settings.read', { id })).transformation;

const logOf = ({ window }: Administrator) => window.call('audit.list', { limit: 1000 });

const verified = async ({ directory }: Administrator) =>
  (await run(['audit', 'verify', '--data-dir', directory])).code;

async function atOnce(lab: Lab, kind: ServerKind) {
  const { port } = await lab.serve(kind);
  return [await administrator(lab, port), await administrator(lab, port)] as const;
}

/** Two administrators who change one proxy on a kernel's SCTP at once. */
export function testAdministrators(lab: () => Lab): void {
  describe.each([plainServer, deployedServer])('two administrators on $name at once', (kind) => {
    it(
      'at two consoles, overwrite nothing that they have not seen, and have it all in their logs',
      async () => {
        const both = await atOnce(lab(), kind);
        const [one, other] = both;
        for (let round = 0; round < rounds; round++) {
          const [mine, theirs] = pairOf(round);
          const seen = await inForce(one);
          const before = await Promise.all(both.map(logOf));
          const told = await Promise.all([changed(one, seen, mine), changed(other, seen, theirs)]);
          const after = await Promise.all(both.map(logOf));
          const entries = after.flatMap((log, index) =>
            log.slice(0, log.length - (before[index]?.length ?? 0)),
          );
          const last = await inForce(one);
          expect(await inForce(other)).toBe(last);
          expectNoneOverwritten({
            seen,
            last,
            told: { [mine]: told[0], [theirs]: told[1] },
            entries,
          });
          // Who comes after, with what was in force before, is told so, and nothing is sent.
          expect(await changed(other, seen, 'sort')).toBe('not-as-expected');
          expect(await inForce(one)).toBe(last);
          expect((await logOf(other))[0]).toMatchObject({ requested: 'sort', outcome: 'conflict' });
        }
        expect(await Promise.all(both.map(verified))).toEqual([0, 0]);
      },
      guestTimeout,
    );

    it(
      'at a console and its command line, overwrite nothing that they have not seen, and share one log',
      async () => {
        const { port } = await lab().serve(kind);
        const one = await administrator(lab(), port);
        const options = { env: { SPCP_PASSWORD: credentials.password } };
        for (let round = 0; round < rounds; round++) {
          const [mine, theirs] = pairOf(round);
          const seen = await inForce(one);
          const known = (await logOf(one)).length;
          const asSeen = ['--expect', seen ?? '', '--profile', 'guest'];
          const set = ['transformation', 'set', theirs, ...asSeen];
          const other = start([...set, '--data-dir', one.directory], options);
          const own = await changed(one, seen, mine);
          const { code } = await other.ended;
          const log = await logOf(one);
          expectNoneOverwritten({
            seen,
            last: await inForce(one),
            told: { [mine]: own, [theirs]: code },
            tells: { [theirs]: toldByExitCode },
            entries: log.slice(0, log.length - known),
          });
        }
        expect(await verified(one)).toBe(0);
      },
      guestTimeout,
    );
  });
}
