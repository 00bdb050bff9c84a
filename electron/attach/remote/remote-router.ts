import { AppError, toErrorValue } from '../../../shared/errors.ts';
import { clientMessageSchema } from '../../../shared/ipc/wire.ts';
import { mayDo } from '../../../shared/model/roles.ts';
import { consoleGone } from '../../base/console-gone.ts';
import { derivedId } from '../../base/derived-id.ts';
import type { Connection, WindowRouter } from '../../ipc/router.ts';
import type { RemoteLink } from './remote-link.ts';

export interface RemoteRouterParts {
  /** Throws `not-found` and `managed`. */
  readonly link: () => RemoteLink;
  /** Hears that the link of before is shut. */
  readonly onGone: (listener: () => void) => () => void;
  /** Hears that `link` may answer where it did not. */
  readonly onAnew: (listener: () => void) => () => void;
}

/**
 * What a window asks of a remote console, and whether the way there is open: a window asks again what it listens to whenever that opens. The way is
 * opened with the keys of whoever runs this console, so that only who may do everything here is led there.
 */
export function remoteRouter({ link, onGone, onAnew }: RemoteRouterParts): WindowRouter {
  return {
    connect(send, asker) {
      let far: Connection | null = null;
      let isRefused = false;
      let release = (): void => {};
      const lost = (): void => {
        far?.close();
        far = null;
        send({ type: 'console', state: 'lost', why: null });
      };
      const begin = (): void => {
        release();
        release = () => {};
        isRefused = false;
        try {
          if (!mayDo(asker.role, 'administer'))
            throw new AppError('not-allowed', {
              case: 'role',
              wanted: 'administer',
              held: asker.role,
            });
          release = link().use({
            opened(router) {
              // Sessions and names of users are those of this machine.
              const remote = asker.remote ?? asker.user;
              // The windows of one browser are one caller there, too, which is not told its session.
              const group = asker.session === null ? null : derivedId(asker.session);
              far = router.connect(send, { ...asker, session: null, group, remote });
              send({ type: 'console', state: 'open' });
            },
            lost,
          });
          if (far === null) lost();
        } catch (error) {
          isRefused = true;
          send({ type: 'console', state: 'lost', why: toErrorValue(error) });
        }
      };
      let open = true;
      // Whoever connects holds the connection before it hears anything.
      queueMicrotask(() => {
        if (open && far === null) begin();
      });
      const stops = [
        onGone(() => {
          far?.close();
          far = null;
          begin();
        }),
        onAnew(() => {
          if (isRefused) begin();
        }),
      ];
      return {
        receive(raw) {
          if (far !== null) {
            far.receive(raw);
            return;
          }
          const parsed = clientMessageSchema.safeParse(raw);
          if (!parsed.success || parsed.data.type !== 'call') return;
          const result = { ok: false, error: consoleGone().toValue() } as const;
          send({ type: 'result', id: parsed.data.id, result });
        },
        close() {
          open = false;
          for (const stop of stops) stop();
          release();
          far?.close();
          far = null;
        },
      };
    },
  };
}
