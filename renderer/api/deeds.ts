import type { ErrorValue } from '../../shared/errors.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';
import { CallError, type Client } from './client.ts';
import { createStore, type Readable } from './store.ts';

/** Why a deed was refused until it is confirmed. */
export type Refusal = Extract<ErrorValue, { code: 'read-only' | 'confirmation-needed' }>;

/** A deed that waits for whoever asked for it: what was typed, or null, which leaves it undone. */
export interface DeedQuestion {
  readonly refusal: Refusal;
  readonly answer: (typed: string | null) => void;
}

/** The calls that guarded profiles may be touched by, and the field for what is typed. */
const guarded = {
  'profiles.save': 'confirmName',
  'profiles.saveMany': 'confirmName',
  'profiles.edit': 'confirmName',
  'profiles.remove': 'confirmName',
  'profiles.removeMany': 'confirmName',
  'folders.save': 'confirmName',
  'folders.remove': 'confirmName',
  'folders.undo': 'confirmName',
  'classes.save': 'confirmName',
  'classes.remove': 'confirmName',
  'classes.undo': 'confirmName',
  'import.apply': 'confirmName',
  'import.undo': 'confirmName',
  'copies.restore': 'confirmNames',
  'copies.undo': 'confirmNames',
} as const satisfies Partial<Record<CallName, 'confirmName' | 'confirmNames'>>;

/**
 * The client, which asks for what the classes of profiles want before it answers that a deed was refused: whatever view asks for the deed, the
 * question is the same, and who does not answer it gets the refusal.
 */
export function confirmingClient(client: Client): {
  readonly client: Client;
  readonly question: Readable<DeedQuestion | null>;
} {
  const question = createStore<DeedQuestion | null>(null);
  const ask = (refusal: Refusal): Promise<string | null> =>
    new Promise((resolve) => {
      // Of two deeds at once the later one is asked about; the other stays undone.
      question.get()?.answer(null);
      const answer = (typed: string | null): void => {
        if (question.get()?.answer === answer) question.set(null);
        resolve(typed);
      };
      question.set({ refusal, answer });
    });
  const call = async <N extends CallName>(
    name: N,
    input: CallInput<N>,
    signal?: AbortSignal,
  ): Promise<CallOutput<N>> => {
    const field = fieldOf(name);
    if (field === null) return client.call(name, input, signal);
    for (let given = input; ; ) {
      try {
        return await client.call(name, given, signal);
      } catch (thrown) {
        const refusal = refusalOf(thrown);
        const typed = refusal === null ? null : await ask(refusal);
        if (typed === null) throw thrown;
        given = { ...input, [field]: field === 'confirmName' ? typed : [typed] };
      }
    }
  };
  return { client: { ...client, call }, question };
}

function fieldOf(name: CallName): 'confirmName' | 'confirmNames' | null {
  return name in guarded ? guarded[name as keyof typeof guarded] : null;
}

function refusalOf(thrown: unknown): Refusal | null {
  if (!(thrown instanceof CallError)) return null;
  const { value } = thrown;
  if (value.code === 'read-only') return value;
  if (value.code !== 'confirmation-needed') return null;
  return value.detail.case === 'app' || value.detail.case === 'deed' ? value : null;
}
