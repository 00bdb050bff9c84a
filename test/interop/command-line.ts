import { describe, expect, it } from 'vitest';
import { connectionTestSchema, testStages } from '../../shared/model/connection-test.ts';
import { closedPort, credentials } from './conversation.ts';
import { guestTimeout, type Lab } from './lab.ts';
import { deployedServer, type GuestServer, plainServer } from './servers.ts';

interface Ended {
  readonly code: number | null;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** Runs the command line in the guest to its end. */
async function run(
  { guest }: Lab,
  port: number,
  words: readonly string[],
  { password, transport }: { readonly password?: string; readonly transport?: string } = {},
): Promise<Ended> {
  const target = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--transport',
    transport ?? 'kernel',
  ];
  const program = guest.node(
    'electron/cli.ts',
    [...words, ...target, '--user', credentials.user, '--timeout', '5m'],
    { SPCP_PASSWORD: password ?? credentials.password, SPCP_CONSOLE_HOME: '/run/spcp-console' },
  );
  const code = await program.exit;
  return { code, out: program.output, err: program.errors };
}

/** Waits until the server has seen so many associations come, and each of them go. */
async function untilClosed({ program }: GuestServer, associations: number): Promise<void> {
  const count = (line: string): number => program.output.filter((one) => one === line).length;
  await expect.poll(() => count('closed 0'), { timeout: guestTimeout }).toBe(associations);
  expect(count('open 1')).toBe(associations);
  expect(program.output.filter((line) => line.startsWith('open '))).toHaveLength(associations);
}

/** The command line on the guest's kernel sockets: what it prints, its exit codes, and what it leaves on the server. */
export function testCommandLine(lab: () => Lab): void {
  describe.each([plainServer, deployedServer])('the command line with $name', (kind) => {
    it(
      'reads and changes, one association for each command and none left behind',
      async () => {
        const server = await lab().serve(kind);
        const steps = [
          [['metrics'], kind.deployed ? /connections +-1/ : /connections +1/],
          [['transformation', 'set', 'tr a-z A-Z'], /^in force +tr a-z A-Z$/m],
          [['transformation', 'get'], /^tr a-z A-Z$/m],
          [['transformation', 'clear'], /^in force +\(none\)$/m],
          [['buffer-size', 'set', '4096'], /^accepted +4096 bytes/m],
        ] as const;
        for (const [index, [words, expected]] of steps.entries()) {
          const { code, out, err } = await run(lab(), server.port, words);
          expect({ code, err }).toEqual({ code: 0, err: [] });
          expect(out.join('\n')).toMatch(expected);
          await untilClosed(server, index + 1);
        }
      },
      guestTimeout,
    );

    it(
      'finds every stage of the way well, by the way that it takes by itself',
      async () => {
        const server = await lab().serve(kind);
        const { code, out } = await run(lab(), server.port, ['doctor', '--json'], {
          transport: 'auto',
        });
        const { ok, stages } = connectionTestSchema.parse(JSON.parse(out.join('')));
        expect(
          stages.map(({ stage, outcome, finding }) => [stage, outcome, finding?.code]),
        ).toEqual([
          ['resolve', 'ok', 'address-given'],
          ['support', 'ok', 'kernel-sctp'],
          ['reach', 'ok', 'route-found'],
          ['handshake', 'ok', 'established'],
          ['login', 'ok', 'logged-in'],
          ['read', 'ok', kind.deployed ? 'metrics-implausible' : 'metrics-read'],
          ['quit', 'ok', kind.deployed ? 'quit-shutdown' : 'quit-answered'],
        ]);
        expect(stages[1]?.finding?.detail).toEqual({ auto: true });
        expect({ code, ok }).toEqual({ code: 0, ok: true });
        await untilClosed(server, 1);
      },
      guestTimeout,
    );

    it(
      'says that the password is wrong, and ends the association in order',
      async () => {
        const server = await lab().serve(kind);
        const read = await run(lab(), server.port, ['metrics'], { password: 'hunter2' });
        expect(read).toMatchObject({ code: 4, out: [], err: [expect.stringMatching(/^error: /)] });
        await untilClosed(server, 1);
        const { code, out, err } = await run(lab(), server.port, ['doctor'], {
          password: 'hunter2',
        });
        expect(code).toBe(4);
        expect(out.map((line) => line.split(/\s+/).slice(0, 2))).toEqual([
          ...testStages.slice(0, 4).map((stage) => [stage, 'ok']),
          ['login', 'failed'],
          ['read', 'skipped'],
          ['quit', 'ok'],
        ]);
        expect([...out, ...err, ...read.err].join('\n')).not.toContain('hunter2');
        await untilClosed(server, 2);
      },
      guestTimeout,
    );
  });

  it(
    'the command line says at which stage an SCTP port refuses where nobody listens',
    async () => {
      const { code, out, err } = await run(lab(), closedPort, ['doctor', '--json']);
      const { ok, stages } = connectionTestSchema.parse(JSON.parse(out.join('')));
      expect({ code, ok }).toEqual({ code: 3, ok: false });
      expect(stages.find(({ outcome }) => outcome === 'failed')).toMatchObject({
        stage: 'handshake',
        finding: { code: 'refused', detail: { host: '127.0.0.1', port: closedPort } },
        error: { code: 'refused' },
      });
      expect(err).toHaveLength(1);
      const read = await run(lab(), closedPort, ['metrics']);
      expect(read).toMatchObject({ code: 3, out: [], err: [expect.stringMatching(/^error: /)] });
    },
    guestTimeout,
  );
}
