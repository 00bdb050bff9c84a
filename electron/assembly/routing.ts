import { onWordOf } from '../base/asked-by.ts';
import { isUse } from '../core/vault-follower.ts';
import { authorOf, groupOf } from '../ipc/author-of.ts';
import { createRouter, type Router } from '../ipc/router.ts';
import { createAnswerers } from './answerers.ts';
import { coreHandlers } from './core-handlers.ts';
import type { CoreParts } from './core-parts.ts';
import { coreSources } from './core-sources.ts';

/** What is asked of the core comes in here: each call and each topic of the contract leads to the part that answers it. */
export interface Routing {
  readonly router: Router;
  /** Ends what was begun for whoever asked and needs the parts that close after it. */
  close(): void;
}

export function createRouting(core: CoreParts): Routing {
  const { logFault, shell, vault } = core.parts;
  const answerers = createAnswerers(core);
  const router = createRouter({
    handlers: coreHandlers(core, answerers),
    sources: coreSources(core, answerers),
    onConnect: core.visibility.add,
    runFor: (caller, task) =>
      onWordOf(authorOf(caller, answerers.sessions, shell), task, groupOf(caller)),
    onCall: (name) => {
      if (isUse(name)) vault.used();
    },
    logFault,
  });
  return {
    router,
    close() {
      answerers.trials.close();
      answerers.imports.close();
    },
  };
}
