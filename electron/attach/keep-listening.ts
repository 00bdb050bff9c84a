/** What others reach, as long as its file is there. */
export interface Listener {
  /** Whether others find it still. */
  isThere(): Promise<boolean>;
  /** Listens no more; whoever came before stays. */
  close(): Promise<void>;
}

export interface ListeningParts {
  /** Where it is to listen now; null for nowhere. */
  readonly place: () => string | null;
  readonly listen: (place: string) => Promise<Listener>;
  /** It cannot listen there, told once until it is for another reason. */
  readonly onFault: (error: unknown, place: string) => void;
  /** It listens, or is not to. */
  readonly onSettled: () => void;
  /** Between two looks whether it can, and whether its file is there, milliseconds. */
  readonly lookMs?: number;
}

export interface KeptListening {
  /** Looks now; resolves when it listens where it is to, or cannot. */
  look(): Promise<void>;
  end(): Promise<void>;
}

const usualLookMs = 3000;

/**
 * Listens as long as it is wanted and can be: begins again where it could not (another had the path, a disk was full) and where its file was removed
 * or replaced. Never rejects.
 */
export function keepListening(parts: ListeningParts): KeptListening {
  const { place, listen, onFault, onSettled, lookMs = usualLookMs } = parts;
  let open: { readonly at: string; readonly listener: Listener } | null = null;
  let turn = Promise.resolve();
  let told = '';
  let ended = false;
  const fail = (error: unknown, at: string): void => {
    const now = `${at} ${error}`;
    if (told !== now) onFault(error, at);
    told = now;
  };
  const settle = async (): Promise<void> => {
    const at = ended ? null : place();
    try {
      if (open !== null && open.at === at && (await open.listener.isThere())) return;
      const before = open?.listener;
      open = null;
      await before?.close();
      if (at !== null) open = { at, listener: await listen(at) };
    } catch (error) {
      fail(error, at ?? '');
      return;
    }
    told = '';
    onSettled();
  };
  const look = (): Promise<void> => {
    turn = turn.then(settle);
    return turn;
  };
  const timer = setInterval(() => void look(), lookMs);
  timer.unref();
  return {
    look,
    end: () => {
      ended = true;
      clearInterval(timer);
      return look();
    },
  };
}
