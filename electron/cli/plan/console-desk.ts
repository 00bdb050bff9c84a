import { AppError } from '../../../shared/errors.ts';
import type { Plan, PlanSummary } from '../../../shared/model/plan.ts';
import type { ConsoleBeside } from '../target/attach-console.ts';
import type { PlanDesk } from './plan-desk.ts';

/** Plans that the console works on, with the sessions that it has; what is asked of it once it is gone rejects with `not-connected`. */
export function consoleDesk({ call, listen, ended }: ConsoleBeside): PlanDesk {
  /** Plans at which somebody else was already: they are looked at, and not stopped. */
  const joined = new Set<string>();
  const lost = async (): Promise<never> => {
    await ended;
    throw new AppError('not-connected', { case: 'console' });
  };
  const get = async (id: string): Promise<Plan> => seenFromHere(await call('plans.get', { id }));
  const settled: PlanDesk['settled'] = async (id, interrupted) => {
    let told: PlanSummary | null = null;
    let wake = Promise.withResolvers<void>();
    const tell = (): void => wake.resolve();
    const endListening = listen('plans.steps', { id }, ({ summary }) => {
      told = summary;
      tell();
    });
    interrupted.addEventListener('abort', tell, { once: true });
    try {
      const known = await call('plans.get', { id });
      const now = (): PlanSummary => told ?? known;
      while (isUnderWay(now()) && !(joined.has(id) && interrupted.aborted)) {
        await Promise.race([wake.promise, lost()]);
        wake = Promise.withResolvers();
      }
    } finally {
      interrupted.removeEventListener('abort', tell);
      endListening();
    }
  };
  return {
    list: async () => (await call('plans.list', {})).map(seenFromHere),
    get,
    create: (plan) => call('plans.create', { ...plan, ids: [...plan.ids] }),
    read: async (id) => void (await call('plans.read', { id })),
    async apply(id, how) {
      for (;;) {
        try {
          await call('plans.apply', { id, ...how });
          return;
        } catch (error) {
          if (!isBusy(error)) throw error;
        }
        const { busy } = await call('plans.get', { id });
        if (busy === 'applying') {
          joined.add(id);
          return;
        }
        // Its values are being read: what they are is needed first. A canary is to be decided.
        if (busy === 'reading') await settled(id, new AbortController().signal);
        else if (busy === 'holding') await call('plans.apply', { id, ...how });
      }
    },
    decide: async (id, decision) =>
      void (await call('plans.decide', { id, decision, profileIds: null })),
    undo: (id, name) => call('plans.undo', { id, ...(name !== undefined && { name }) }),
    async stop(id) {
      if (!joined.has(id)) await call('plans.stop', { id, where: 'here' });
    },
    settled,
    onSteps: (id, listener) =>
      listen('plans.steps', { id }, ({ summary, steps }) => listener(summary, steps)),
    withCanary: (_, task) =>
      task({
        start: (id, options, how) => call('plans.startCanary', { id, options, ...how }),
        get: (id) => call('plans.getCanary', { id }),
        decide: async (id, decision) => void (await call('plans.decideCanary', { id, decision })),
        // The console does.
        watch: () => undefined,
        lost: lost(),
        listen: (id, listener) => listen('plans.canary', { id }, listener),
      }),
  };
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof AppError && error.code === 'unsupported' && error.detail.case === 'plan-busy'
  );
}

function isUnderWay({ busy, elsewhere }: PlanSummary): boolean {
  return busy === 'reading' || busy === 'applying' || elsewhere === 'applying';
}

/** What the console does with it is, for this process, done by another one. */
function seenFromHere<P extends PlanSummary>(plan: P): P {
  const { busy } = plan;
  return busy === 'reading' || busy === 'applying'
    ? { ...plan, busy: 'no', elsewhere: busy }
    : plan;
}
