import type { OwnAnswers } from '../attach/own-answers.ts';
import { ask } from '../ipc/ask.ts';
import { type BrowserSessions, sessionsHandlers } from '../ipc/handlers/sessions.ts';
import type { Router } from '../ipc/router.ts';

/** What a web shell answers while its console is `there`: the browsers that it let in are its own, and so is what kind of shell it is. */
export function answersOfWebShell(there: Router, sessions: BrowserSessions): OwnAnswers {
  return {
    handlers: {
      ...sessionsHandlers(sessions),
      'app.info': async (_, { asker }) => ({
        ...(await ask(there, 'app.info', {}, asker)),
        shell: 'web',
      }),
    },
    sources: { 'app.sessionsChanged': (_, publish) => sessions.listen(() => publish(null)) },
    asker: (asker) => {
      const browser = sessions.list().find(({ id }) => id === asker.session)?.browser ?? '';
      return browser === '' ? asker : { ...asker, remote: browser };
    },
  };
}
