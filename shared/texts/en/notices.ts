import type { NoticeDetail } from '../../facts/notices.ts';
import type { Format } from '../format.ts';
import { shellWord } from '../shell-word.ts';
import { inOneLine, type NoticeText, type NoticeTexts } from '../texts.ts';
import { managedNotices } from './managed.ts';
import { chosenUnusable, unusable } from './storage-troubles.ts';

const asKept = (kept: string | null): string =>
  kept === null ? '' : ` The damaged file is kept as ${kept}.`;

const nothingOverwritten = (kept: string | null): string =>
  kept === null
    ? ' Nothing in it was overwritten.'
    : ` It is kept as ${kept}; nothing in it was overwritten.`;

/** What is told once, until dismissed. */
export const notices: NoticeTexts = {
  'profiles-restored': (detail, format) =>
    restored('The profiles were restored from a copy', detail, format),
  'profiles-damaged': {
    entries: (detail, format) => entries('Some profiles could not be read', detail, format),
    whole: ({ file, kept }) => ({
      title: 'The profiles could not be read',
      text: `${file} is damaged and there is no good copy.${nothingOverwritten(kept)}`,
    }),
  },
  'history-damaged': ({ file, kept, auditEntries }, format) => ({
    title: 'The history begins anew',
    text: `${file} was damaged and is kept as ${kept}. ${anew(auditEntries, format)}`,
  }),
  'history-emptied': ({ file, kept, auditEntries }, format) => ({
    title: 'The history begins anew',
    text: `${file} held no history any more, though one was kept in it; it is kept as ${kept}. ${anew(auditEntries, format)}`,
  }),
  'history-foreign': ({ file, kept }) => ({
    title: 'Another program’s database was in the way',
    text: `${file} was not written by SPCP Console and is kept as ${kept}. The history begins anew. Look whose it is, and put it back where it belongs.`,
  }),
  'history-in-memory': (detail) => ({
    title: 'The history is not kept',
    text: `${inOneLine(unusable(detail))} Until SPCP Console is restarted after that, history and events are in memory only, and the audit log refuses what it cannot keep.`,
  }),
  'file-restored': (detail, format) => restored('A file was restored from a copy', detail, format),
  'file-damaged': {
    entries: (detail, format) => entries('A file could not be read', detail, format),
    whole: ({ file, kept }) => ({
      title: 'A file could not be read',
      text: `${file} is damaged and there is no good copy.${nothingOverwritten(kept)}`,
    }),
  },
  'file-newer': ({ file, version }, format) => ({
    title: 'A file is of a newer release',
    text: `${file} was written by a newer release of SPCP Console (format ${format.number(version)}) and is left as it is. What you change now is not kept in it: use that release, or another directory with --data-dir.`,
  }),
  'vault-command-changed': ({ program }) => ({
    title: 'Another program changed the command for passwords',
    text: `It would run ${program}, as the user of the console, and is not run before somebody agrees to it. Look at it in the settings, under Passwords.`,
  }),
  'storage-failed': {
    file: (detail) => {
      const text = unusable(detail);
      return { title: text.title, text: inOneLine(text) };
    },
    internal: ({ what }) => ({
      title: 'Something could not be saved',
      text: `${what === 'events' ? 'Events' : 'Readings'} could not be stored, for a fault of the console itself. The log of the application has the details.`,
    }),
  },
  'passwords-exposed': ({ file, sealed, removed }, format) => ({
    title: 'Saved passwords were not protected',
    text: `Passwords in ${file} were encrypted with a key that everybody knows, since no keychain answered when they were saved. Encrypted anew with the keychain’s own: ${format.number(sealed)}; removed, to be entered again: ${format.number(removed)}. Change them on the proxies if others could read that file.`,
  }),
  ...managedNotices,
  'team-socket': {
    taken: ({ path }) =>
      unheard(
        `Another process listens on ${path}; it may be a console whose roles.json names the same socket. End it, or name another socket.`,
      ),
    'in-the-way': ({ path }) =>
      unheard(
        `${path} is no socket and is left as it is. Move it away, or name another socket in roles.json.`,
      ),
    foreign: ({ path }) =>
      unheard(
        `${path} is another user’s, who could listen there in this console’s place. The directory of the socket has to be root’s or this user’s.`,
      ),
    'open-to-others': ({ path }) =>
      unheard(
        `Others may write to ${path}, and could listen there in this console’s place. Close it (chmod go-w ${shellWord(path)}), or name a socket elsewhere in roles.json.`,
      ),
    file: (detail) => unheard(inOneLine(chosenUnusable(detail))),
  },
  'own-socket': (detail) => ({
    title: 'Nothing else can attach to this console',
    text: `${inOneLine(unusable(detail))} Until then no further window shell and no command of this user finds this console. It tries again by itself; this notice goes then.`,
  }),
  'polls-missed': ({ missed, due, since, until }, format) => ({
    title: 'Polls were missed',
    text: `Between ${format.time(since)} and ${format.time(until)}, ${format.number(missed)} of ${format.number(due)} polls were missed: this machine, or the proxies, could not keep up. Choose longer intervals in the profiles. This notice goes when polls keep up again.`,
  }),
};

/** Other users of the machine do not get in, and why. */
function unheard(why: string): NoticeText {
  return {
    title: 'Other users cannot attach to this console',
    text: `${why} The console tries again by itself; this notice goes then.`,
  };
}

function anew(auditEntries: number, format: Format): string {
  return `The history begins anew; entries of the audit log that could be taken over: ${format.number(auditEntries)}. The profiles are not concerned.`;
}

function restored(
  title: string,
  { file, kept, restoredFrom }: NoticeDetail<'file-restored'>,
  format: Format,
): NoticeText {
  const what = kept === null ? `${file} was not there.` : `${file} was damaged.`;
  return {
    title,
    text: `${what} In force is the copy of ${format.dateTime(restoredFrom)}; look whether the last change is missing.${asKept(kept)}`,
  };
}

function entries(
  title: string,
  { file, kept, lost, mended }: Extract<NoticeDetail<'file-damaged'>, { case: 'entries' }>,
  format: Format,
): NoticeText {
  return {
    title,
    text: `Damaged entries in ${file}: ${format.number(lost)}; put back from a copy: ${format.number(mended)}. Look what is missing, and enter it again.${asKept(kept)}`,
  };
}
