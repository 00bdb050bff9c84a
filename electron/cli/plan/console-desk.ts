import { AppError } from '../../../shared/errors.ts';
import type { Plan, PlanSummary } from '../../../shared/model/plan.ts';
import { consoleGone } from '../../base/console-gone.ts';
import { pause } from '../../base/pause.ts';
import type { ConsoleBeside } from '../target/attach-console.ts';
import type { PlanDesk } from './plan-desk.ts';

/** Of a plan that was removed the console tells nothing: it is asked so often, milliseconds. */
const askMs = 1000;

/**
 * Plans that the console works on, with the sessions that it has; what is asked of it once it is gone rejects with `not-connected`. Once the
 * signal fired nothing more is begun.
 */
export function consoleDesk(
  { call, listen, ended }: ConsoleBeside,
  interrupted: AbortSignal,
): PlanDesk {
  /** Plans at which somebody else was already: they are looked at, and not stopped. */
  const joined = new Set<string>();
  const lost = async (): Promise<never> => {
    await ended;
    throw consoleGone();
  };
  const get = async (id: string): Promise<Plan> => seenFromHere(await call('plans.get', { id }));
  const settled: PlanDesk['settled'] = async (id) => {
    /** Ends the waiting for what comes next. */
    let wake = new AbortController();
    const tell = (): void => wake.abort();
    const endListening = listen('plans.steps', { id }, tell);
    interrupted.addEventListener('abort', tell, { once: true });
    try {
      for (;;) {
        const { busy, elsewhere } = await call('plans.get', { id });
        const isHere = busy === 'reading' || busy === 'applying';
        if (!isHere && elsewhere !== 'applying') return;
        // What this command began is ended there in order; what others do goes on without it.
        if (interrupted.aborted && (!isHere || joined.has(id))) return;
        await pause(askMs, wake.signal);
        wake = new AbortController();
      }
    } finally {
      interrupted.removeEventListener('abort', tell);
      endListening();
    }
  };
  /** Does it once nobody reads the plan any more. Rejects with `cancelled` where that was waited for until the interruption. */
  const onceRead = async <T>(id: string, act: () => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        return await act();
      } catch (error) {
        if (!isBusy(error)) throw error;
        const { busy, name } = await call('plans.get', { id });
        if (busy !== 'reading') throw error;
        joined.add(id);
        await settled(id);
        if (interrupted.aborted)
          throw new AppError('cancelled', { case: 'command', name }, { cause: error });
        joined.delete(id);
      }
    }
  };
  return {
    list: async () => (await call('plans.list', {})).map(seenFromHere),
    get,
    create: (plan) => call('plans.create', { ...plan, ids: [...plan.ids] }),
    read: (id) => onceRead(id, async () => void (await call('plans.read', { id }))),
    async apply(id, how) {
      try {
        await onceRead(id, () => call('plans.apply', { id, ...how }));
      } catch (error) {
        // A canary is to be decided; who applies already is looked at.
        if (!isBusy(error) || (await get(id)).elsewhere !== 'applying') throw error;
        joined.add(id);
      }
    },
    decide: async (id, decision) =>
      void (await call('plans.decide', { id, decision, profileIds: null })),
    undo: (id, name) =>
      onceRead(id, () => call('plans.undo', { id, ...(name !== undefined && { name }) })),
    async stop(id) {
      if (!joined.has(id)) await call('plans.stop', { id, where: 'here' });
    },
    settled,
    onSteps: (id, listener) =>
      listen('plans.steps', { id }, ({ summary, steps }) => listener(summary, steps)),
    withCanary: (_, task) =>
      task({
        start: (id, options, how) =>
          onceRead(id, () => call('plans.startCanary', { id, options, ...how })),
        get: (id) => call('plans.getCanary', { id }),
        decide: async (id, decision) => void (await call('plans.decideCanary', { id, decision })),
        // The console does.
        watch: () => undefined,
        lost,
        listen: (id, listener) => listen('plans.canary', { id }, listener),
      }),
  };
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof AppError && error.code === 'unsupported' && error.detail.case === 'plan-busy'
  );
}

/** What the console does with it is, for this process, done by another one. */
function seenFromHere<P extends PlanSummary>(plan: P): P {
  const { busy } = plan;
  return busy === 'reading' || busy === 'applying'
    ? { ...plan, busy: 'no', elsewhere: busy }
    : plan;
}
