import type { OwnAnswers } from '../attach/own-answers.ts';
import type { Desktop } from '../core/desktop.ts';
import { ask } from '../ipc/ask.ts';
import { desktopHandlers } from '../ipc/handlers/desktop.ts';
import type { Router } from '../ipc/router.ts';

/** What the desktop app answers while its console is `there`: its windows, its start at login, and what kind of shell it is. */
export function answersOfDesktop(there: Router, desktop: Desktop): OwnAnswers {
  return {
    handlers: {
      ...desktopHandlers(desktop),
      'app.info': async (_, { asker }) => ({
        ...(await ask(there, 'app.info', {}, asker)),
        shell: 'desktop',
      }),
    },
    sources: {},
  };
}
