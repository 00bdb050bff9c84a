import { AppError } from '../../../../shared/errors.ts';
import { placeKey } from '../../../../shared/model/place.ts';
import type { VaultCommand } from '../../../../shared/model/vault.ts';
import { type Clock, systemClock } from '../../../base/clock.ts';
import type { SecretVault, Wanted } from '../vault.ts';
import { askCommand } from './ask-command.ts';
import { createPlaces } from './places.ts';

/** Programs that run at once: a fleet that connects must not start hundreds. */
const atOnce = 4;

/** Passwords that another program keeps. It is asked when one is needed, and never to say whether there is one. */
export interface CommandVault extends SecretVault {
  /** Asks without remembering the answer. Throws `vault-command-failed`. */
  ask(command: VaultCommand, place: Wanted): Promise<string>;
  /** The answer for this profile was refused by its proxy: it is asked for anew. */
  refused(id: string): void;
  /** Forgets all answers, and ends the programs that run. */
  forget(): void;
}

interface Answer {
  readonly password: string;
  readonly of: string;
  /** Monotonic milliseconds. A timer of a machine that slept comes late. */
  readonly until: number;
  /** Ends the timer that takes it out of memory. */
  readonly cancel: () => void;
}

/** `command` answers what is in force now, null where none was ever chosen; then every question is answered with null. */
export function createCommandVault(
  command: () => VaultCommand | null,
  clock: Pick<Clock, 'now' | 'after'> = systemClock,
): CommandVault {
  const answers = new Map<string, Answer>();
  const flights = new Map<string, Promise<string>>();
  const inPlace = createPlaces(atOnce);
  let running = new AbortController();

  const drop = (id: string): void => {
    answers.get(id)?.cancel();
    answers.delete(id);
  };
  const remember = (id: string, password: string, of: string, milliseconds: number): void => {
    drop(id);
    const cancel = clock.after(milliseconds, () => drop(id));
    answers.set(id, { password, of, until: clock.now() + milliseconds, cancel });
  };
  const ask = (chosen: VaultCommand, { user, host, name = host }: Wanted): Promise<string> => {
    const { signal } = running;
    return inPlace(() => askCommand(chosen, { user, host, profile: name }, signal));
  };
  return {
    keeps: false,
    state: () => 'here',
    from: () => null,
    async get(id, place) {
      const chosen = command();
      if (chosen === null) return null;
      const of = JSON.stringify([id, placeKey(place), place.name ?? null, chosen]);
      const known = answers.get(id);
      if (known?.of === of && clock.now() < known.until) return known.password;
      drop(id);
      const { signal } = running;
      const flight = flights.get(of) ?? ask(chosen, place);
      flights.set(of, flight);
      try {
        const password = await flight;
        const milliseconds = chosen.cacheMinutes * 60_000;
        if (milliseconds > 0 && !signal.aborted) remember(id, password, of, milliseconds);
        return password;
      } finally {
        if (flights.get(of) === flight) flights.delete(of);
      }
    },
    async set() {
      throw holdsNone();
    },
    async setAll(secrets, gone = []) {
      if (secrets.length > 0) throw holdsNone();
      for (const id of gone) drop(id);
    },
    read: async () => [],
    async putBack(kept, gone) {
      if (kept.length > 0) throw holdsNone();
      for (const id of gone) answers.delete(id);
    },
    isStock: () => false,
    async delete(id) {
      drop(id);
    },
    async deleteAll(ids) {
      for (const id of ids) drop(id);
    },
    adopt: async () => {},
    ask,
    refused: drop,
    forget() {
      for (const id of answers.keys()) drop(id);
      running.abort();
      running = new AbortController();
    },
  };
}

function holdsNone(): AppError {
  return new AppError('vault-refused', { case: 'command-holds' });
}
