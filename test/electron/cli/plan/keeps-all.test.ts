import { expect, it } from 'vitest';
import { keepsAll } from '../../../../electron/cli/plan/keeps-all.ts';
import type { ConsoleBeside } from '../../../../electron/cli/target/attach-console.ts';
import type { KnownProfiles } from '../../../../electron/cli/target/with-managed.ts';
import { calls } from '../../../../shared/ipc/contract.ts';
import { mostTargets } from '../../../../shared/model/plan.ts';
import type { ProxyStateKind } from '../../../../shared/model/state-kinds.ts';

const many = Array.from({ length: 2 * mostTargets + 1 }, () => crypto.randomUUID());

/** A console that takes what the contract lets it, and how often it was asked. */
function consoleWith(kindOf: (id: string, asked: number) => ProxyStateKind) {
  let asked = 0;
  const call = async (name: string, input: unknown) => {
    expect(name).toBe('fleet.states');
    const { ids } = calls['fleet.states'].input.parse(input);
    asked++;
    return ids.map((id) => ({ id, kind: kindOf(id, asked) }));
  };
  return { call: call as ConsoleBeside['call'] };
}

const ask = (console: Pick<ConsoleBeside, 'call'>, ids: readonly string[], most = Infinity) =>
  keepsAll({ interrupted: new AbortController().signal }, {}, console, {
    profiles: {} as KnownProfiles,
    wantedOf: () => ids,
    most,
  });

it('asks about more proxies than the console is asked about at once', async () => {
  expect(
    await ask(
      consoleWith(() => 'ready'),
      many,
    ),
  ).toBe(true);
  const last = many.at(-1);
  expect(
    await ask(
      consoleWith((id) => (id === last ? 'off' : 'ready')),
      many,
    ),
  ).toBe(false);
});

it('leaves to the command what the console would not take', async () => {
  expect(
    await ask(
      consoleWith(() => 'ready'),
      many,
      mostTargets,
    ),
  ).toBe(false);
});

it('waits for a session that is being opened, and not for a proxy that is not reached', async () => {
  const opening = consoleWith((_, asked) => (asked === 1 ? 'authenticating' : 'ready'));
  expect(await ask(opening, many.slice(0, 2))).toBe(true);
  expect(
    await ask(
      consoleWith(() => 'waiting'),
      many.slice(0, 2),
    ),
  ).toBe(true);
  expect(
    await ask(
      consoleWith(() => 'vault-locked'),
      many.slice(0, 2),
    ),
  ).toBe(false);
});
