import manifest from '../../../package.json' with { type: 'json' };
import { AppError } from '../../../shared/errors.ts';
import type {
  CallInput,
  CallName,
  CallOutput,
  TopicName,
  TopicValue,
} from '../../../shared/ipc/contract.ts';
import type { Asker } from '../../../shared/model/caller.ts';
import type { AttachedConsole } from '../../attach/attached-console.ts';
import { attachTo } from '../../attach/reach.ts';
import { actorName, remoteOf } from '../../core/actor.ts';
import { ask } from '../../ipc/ask.ts';
import { openDataDirectory } from '../../store/files/data-directory.ts';
import { storageError } from '../../store/storage-error.ts';
import type { GlobalOptions } from '../arguments/global-options.ts';
import type { CommandContext } from '../context.ts';

/** The console that watches the data directory, for one command. What is asked once it is gone throws `not-connected` of the case `console`. */
export interface ConsoleBeside {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Hears a topic until the function is called. */
  listen<N extends TopicName>(
    topic: N,
    params: unknown,
    listener: (value: TopicValue<N>) => void,
  ): () => void;
  /** Resolves when it is gone, however that came. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Null where none runs; of one that refuses the user is warned, and it counts for none. */
export async function attachConsole(
  { output, env }: CommandContext,
  options: GlobalOptions,
): Promise<ConsoleBeside | null> {
  const directory = await openDataDirectory(options.dataDir, env);
  let attached: AttachedConsole | null;
  try {
    attached = await attachTo(directory, manifest.version, 'command-line');
  } catch (error) {
    const told = storageError(directory, error);
    if (!(told instanceof AppError)) throw told;
    output.warnOf(told.toValue());
    return null;
  }
  if (attached === null) return null;
  const { router, welcome, ended, close } = attached;
  const asker: Asker = {
    kind: 'command-line',
    user: actorName(),
    remote: remoteOf(env),
    role: welcome.role,
    session: null,
  };
  return {
    call: (name, input) => ask(router, name, input, asker),
    listen<N extends TopicName>(
      topic: N,
      params: unknown,
      listener: (value: TopicValue<N>) => void,
    ) {
      const connection = router.connect((message) => {
        // The router there has checked the value against the contract.
        if (message.type === 'event') listener(message.value as TopicValue<N>);
      }, asker);
      connection.receive({ type: 'subscribe', id: 1, topic, params });
      return connection.close;
    },
    ended: ended.then(() => undefined),
    close,
  };
}

/** Whether a console does not know a call, being of an older version than this command. */
export function isUnknownThere(error: unknown): boolean {
  return (
    error instanceof AppError && error.code === 'invalid-input' && error.detail.case === 'request'
  );
}
