import type { Notice } from '../../shared/facts/notices.ts';
import type { Speaker } from '../../shared/texts/say.ts';
import type { ConsoleLog } from '../support/log.ts';

/** What logs the notices that there are: each in words once it appears, or appears anew as another, and that it is over. */
export function createNoticeLog(
  log: Pick<ConsoleLog, 'note' | 'fault'>,
  speaker: Pick<Speaker, 'notice'>,
): (notices: readonly Notice[]) => void {
  const told = new Map<string, { readonly at: number; readonly title: string }>();
  return (notices) => {
    const ids = new Set(notices.map(({ id }) => id));
    for (const [id, { title }] of told) {
      if (ids.has(id)) continue;
      told.delete(id);
      log.note('a notice is over', { notice: title });
    }
    for (const notice of notices) {
      const { id, at } = notice;
      // What holds on keeps its time, however its figures change.
      if (told.get(id)?.at === at) continue;
      const { title, text } = speaker.notice(notice);
      told.set(id, { at, title });
      log.fault(title, text);
    }
  };
}
