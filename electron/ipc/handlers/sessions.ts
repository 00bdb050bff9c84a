import { AppError } from '../../../shared/errors.ts';
import type { BrowserSession } from '../../../shared/model/browser-session.ts';
import type { Handlers } from '../parts.ts';

/** The browsers that a shell lets in. */
export interface BrowserSessions {
  list(): readonly BrowserSession[];
  /** Answers whether there was one of that id. */
  end(id: string): boolean;
  /** Returns unsubscribing. */
  listen(listener: () => void): () => void;
}

/** Of a shell whose windows are its own. */
export const noSessions: BrowserSessions = {
  list: () => [],
  end: () => false,
  listen: () => () => undefined,
};

export function sessionsHandlers(
  sessions: BrowserSessions,
): Pick<Handlers, 'app.sessions' | 'app.endSession' | 'app.endOtherSessions'> {
  return {
    'app.sessions': (_, { asker: { session } }) =>
      sessions.list().map((one) => ({ ...one, own: one.id === session })),
    'app.endSession': ({ id }) => {
      if (!sessions.end(id)) throw new AppError('not-found', { case: 'browser-session' });
      return null;
    },
    'app.endOtherSessions': (_, { asker: { session } }) => {
      for (const { id } of sessions.list()) if (id !== session) sessions.end(id);
      return null;
    },
  };
}
