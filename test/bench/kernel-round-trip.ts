import { compileAhead } from '../interop/guest/compile-ahead.ts';
import { compileC } from '../interop/guest/compile-c.ts';
import { bootGuest, countedNs, type Guest, type GuestProgram } from '../interop/guest/guest.ts';
import { findGuestTools } from '../interop/guest/image.ts';
import { CannotRun, type Report } from './support/benchmark.ts';
import { ofPair } from './support/row.ts';
import { inTurns, pairOf } from './support/steady.ts';

const port = 9090;
const login = ['operator', 'correct horse'];
/** In each turn, of both. */
const requests = 5000;
const loop = 'test/bench/guest/request-loop.ts';

interface Figures {
  readonly p50: number;
  readonly p99: number;
}

/** In a counted guest the figures of a few hundred are those of all, once the compiler is warm. */
const countedRequests = 1500;

/** One request and its reply over kernel SCTP, in a guest with a real kernel, beside a client written in C. Throws `CannotRun`. */
export async function kernelRoundTrip(report: Report): Promise<void> {
  const tools = findGuestTools();
  if ('missing' in tools) throw new CannotRun(tools.missing);
  const server = compileC(new URL('../interop/peer/server.c', import.meta.url), 'server');
  const client = compileC(new URL('floor/kernel-client.c', import.meta.url), 'kernel-client');
  compileAhead([['electron/cli.ts', '--help']]);
  const programs: Programs = { server, client };
  await timed(await bootGuest(tools, []), programs, report);
  await counted(await bootGuest(tools, [], { counted: true }), programs, report);
}

interface Programs {
  readonly server: string;
  readonly client: string;
}

/** By the clock: what the emulator makes of each, beside all else that this machine does. */
async function timed(guest: Guest, programs: Programs, report: Report): Promise<void> {
  try {
    await serve(guest, programs);
    const args = [String(port), ...login, String(requests)];
    const all: { readonly ours: Figures; readonly floor: Figures }[] = [];
    await inTurns(
      async (add) => {
        const floor = await figures(guest.run(programs.client, args));
        const ours = await figures(guest.node(loop, args));
        all.push({ ours, floor });
        add({ ours: ours.p50, floor: floor.p50 });
      },
      { mostMs: 15_000 },
    );
    for (const name of ['p50', 'p99'] as const) {
      const pair = pairOf(all.map(({ ours, floor }) => ({ ours: ours[name], floor: floor[name] })));
      report({
        what: `request and reply, ${name}`,
        unit: 'µs',
        ...ofPair(pair, 'client in C'),
        ...(name === 'p50' ? { budget: { of: 'ratio', most: 1.5 } } : {}),
      });
    }
  } finally {
    await guest.stop();
  }
}

/** By the instructions of both ends and of the kernel between them, which are the same in each run. */
async function counted(guest: Guest, programs: Programs, report: Report): Promise<void> {
  try {
    await serve(guest, programs);
    for (const [what, how] of [
      ['request and reply', []],
      ['poll of three together', ['together']],
    ] as const) {
      const args = [String(port), ...login, String(countedRequests), ...how];
      const floor = await figures(guest.run(programs.client, args));
      const ours = await figures(guest.node(loop, args));
      const instructions = (microseconds: number): number => (microseconds * 1000) / countedNs;
      report({
        what: `${what}, p50 counted`,
        value: instructions(ours.p50),
        unit: 'instructions',
        beside: { what: 'client in C', value: instructions(floor.p50) },
      });
    }
  } finally {
    await guest.stop();
  }
}

async function serve(guest: Guest, { server }: Programs): Promise<void> {
  await guest.run(server, [String(port), ...login]).line(/^listening$/);
}

/** What a client prints at its end: p50 and p99 in microseconds. */
async function figures(program: GuestProgram): Promise<Figures> {
  const [p50, p99] = (await program.line(/^[0-9.]+ [0-9.]+$/)).split(' ').map(Number);
  await program.exit;
  if (p50 === undefined || p99 === undefined) throw new Error('the client printed no figures');
  return { p50, p99 };
}
