import { hostname } from 'node:os';
import type { AppInfo } from '../../../shared/model/app-info.ts';
import { actorName } from '../../core/actor.ts';
import type { Notices } from '../../core/notices.ts';
import type { Handlers } from '../parts.ts';

export interface AppParts {
  readonly notices: Pick<Notices, 'list' | 'dismiss'>;
  readonly info: () => AppInfo;
}

export function appHandlers({
  notices,
  info,
}: AppParts): Pick<Handlers, 'app.info' | 'app.whoAmI' | 'app.notices' | 'app.dismissNotice'> {
  return {
    'app.info': info,
    'app.whoAmI': (_, { asker: { user, remote, role } }) => ({
      user,
      remote,
      role,
      console: { user: actorName(), machine: hostname() },
    }),
    'app.notices': () => notices.list(),
    'app.dismissNotice': ({ id }) => {
      notices.dismiss(id);
      return null;
    },
  };
}
