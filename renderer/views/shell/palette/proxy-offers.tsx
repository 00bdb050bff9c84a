import {
  type Icon,
  IconAppWindow,
  IconArrowBackUp,
  IconChartLine,
  IconListCheck,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlug,
  IconPlugOff,
  IconRefresh,
  IconStar,
  IconStarOff,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { AuditRow } from '../../../../shared/model/change.ts';
import { type Classes, teethOf } from '../../../../shared/model/environment-class.ts';
import { hostAndPort } from '../../../../shared/model/host.ts';
import { searchKey } from '../../../../shared/model/search.ts';
import type { ProxyStateKind } from '../../../../shared/model/state-kinds.ts';
import type { Client } from '../../../api/client.ts';
import { openInWindow } from '../../../api/new-window.ts';
import { navigate } from '../../../api/page.ts';
import { className } from '../../../components/class-words.ts';
import { isConnectable } from '../../../components/connectable.ts';
import { StateIcon } from '../../../components/state-label.tsx';
import { paths } from '../../../routes.ts';
import type { Offer, Subject } from './command.ts';

export const signSize = 18;

/** One proxy as it was when the palette was opened. */
export interface ProxyNow {
  readonly profile: ProfileEntry;
  readonly kind: ProxyStateKind | undefined;
  /** The console was silent: the state is the last one known. */
  readonly old: boolean;
  /** It is read once a minute only. */
  readonly paused: boolean;
  /** Null where the profile has no lock. */
  readonly lock: 'locked' | 'unlocked' | null;
  /** The newest change that can be taken back. */
  readonly undoable: AuditRow | null;
}

/** What the commands are done and said with. */
export interface Tools {
  readonly t: TFunction;
  readonly client: Client;
  readonly classes: Classes;
  /** Runs what may fail, and tells so. */
  run(task: () => Promise<unknown>): void;
  undo(row: AuditRow, confirmName: string | undefined): Promise<unknown>;
  pause(id: string, paused: boolean): void;
  /** What a change was of, and when. */
  tellChange(row: AuditRow): string;
}

const verbs = [
  'connect',
  'retry',
  'disconnect',
  'pause',
  'resume',
  'compare',
  'edit',
  'plan',
  'favour',
  'unfavour',
  'unlock',
  'lock',
  'undo',
  'window',
] as const;
type Verb = (typeof verbs)[number];

const signs: Readonly<Record<Verb, Icon>> = {
  connect: IconPlug,
  retry: IconRefresh,
  disconnect: IconPlugOff,
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  compare: IconChartLine,
  edit: IconPencil,
  plan: IconListCheck,
  favour: IconStar,
  unfavour: IconStarOff,
  unlock: IconLockOpen,
  lock: IconLock,
  undo: IconArrowBackUp,
  window: IconAppWindow,
};

const careful: ReadonlySet<Verb> = new Set(['disconnect', 'unlock', 'lock', 'undo']);

/** What can be done with each proxy as it is now: to open its page, and every command. `opened` are the ids of those that were opened last. */
export function proxyOffers(
  proxies: readonly ProxyNow[],
  opened: ReadonlySet<string>,
  tools: Tools,
): Offer[] {
  const { t } = tools;
  // A command is found by its own words: those of the name are the proxy's.
  const words = new Map(
    verbs.map((verb) => [
      verb,
      searchKey(`${t(`palette.commands.${verb}`, { name: '' })} ${t(`palette.alsoVerbs.${verb}`)}`),
    ]),
  );
  const { classes } = tools;
  const classWords = new Map(
    [...classes.keys()].map((id) => [id, searchKey(className(classes, id, t))]),
  );
  const toOpen = searchKey(t('open'));
  return proxies.flatMap((proxy) => {
    const { profile } = proxy;
    const { name, place } = keysOf(profile);
    const use = classWords.get(profile.environment) ?? '';
    const subject: Subject = { id: profile.id, name, about: `${place}\n${use}` };
    const open: Offer = {
      id: `open ${profile.id}`,
      section: profile.favourite ? 'favourites' : opened.has(profile.id) ? 'opened' : 'proxies',
      words: toOpen,
      subject,
      careful: false,
      make: () => openCommand(proxy, tools),
    };
    const commands = verbs
      .filter((verb) => isOffered(verb, proxy))
      .map(
        (verb): Offer => ({
          id: `${verb} ${profile.id}`,
          section: 'commands',
          words: words.get(verb) ?? '',
          subject,
          careful: careful.has(verb),
          make: () => verbCommand(verb, proxy, tools),
        }),
      );
    return [open, ...commands];
  });
}

/** Folding a name costs more than searching it, and the palette is opened again and again on the same profiles. */
const keys = new WeakMap<ProfileEntry, { readonly name: string; readonly place: string }>();

function keysOf(profile: ProfileEntry) {
  const known = keys.get(profile);
  if (known !== undefined) return known;
  const { name, host, folder } = profile;
  const made = { name: searchKey(name), place: `${searchKey(host)}\n${searchKey(folder)}` };
  keys.set(profile, made);
  return made;
}

function isOffered(verb: Verb, { profile, kind, lock, undoable, paused }: ProxyNow): boolean {
  if (verb === 'connect') return isConnectable(kind);
  if (verb === 'disconnect') return !isConnectable(kind);
  if (verb === 'favour') return !profile.favourite;
  if (verb === 'unfavour') return profile.favourite;
  if (verb === 'pause') return !paused && !isConnectable(kind);
  if (verb === 'resume') return paused;
  if (verb === 'retry') return kind === 'waiting';
  if (verb === 'unlock') return lock === 'locked';
  if (verb === 'lock') return lock === 'unlocked';
  // A change to a read-only proxy waits until that is unlocked.
  if (verb === 'undo') return undoable !== null && lock !== 'locked';
  return true;
}

function openCommand({ profile, kind, old }: ProxyNow, { t, classes }: Tools) {
  const { marked } = teethOf(classes, profile.environment);
  const name = kind === undefined ? '' : t(`states:${kind}.name`);
  const state = old && name !== '' ? t('lastKnown', { state: name }) : name;
  return {
    label: profile.name,
    description: [
      marked ? className(classes, profile.environment, t) : '',
      state,
      hostAndPort(profile.host, profile.port),
      profile.folder,
    ]
      .filter(Boolean)
      .join(' · '),
    sign: kind === undefined ? null : <StateIcon kind={kind} size={signSize} old={old} />,
    run: () => navigate(paths.proxy(profile.id)),
  };
}

function verbCommand(verb: Verb, { profile, undoable }: ProxyNow, tools: Tools) {
  const Sign = signs[verb];
  return {
    label: tools.t(`palette.commands.${verb}`, { name: profile.name }),
    sign: <Sign size={signSize} aria-hidden />,
    ...(verb === 'undo' && undoable !== null
      ? {
          description: tools.tellChange(undoable),
          ...(teethOf(tools.classes, profile.environment).typed ? { confirm: profile.name } : {}),
        }
      : {}),
    run: (confirmName?: string) => doVerb(verb, profile.id, undoable, tools, confirmName),
  };
}

function doVerb(
  verb: Verb,
  id: string,
  undoable: AuditRow | null,
  { client, run, undo, pause }: Tools,
  confirmName: string | undefined,
): void {
  const favour = (favourite: boolean): void =>
    run(() => client.call('profiles.edit', { ids: [id], set: { favourite } }));
  const connect = (): void => run(() => client.call('fleet.connect', { id }));
  const acts: Readonly<Record<Verb, () => void>> = {
    connect,
    retry: connect,
    disconnect: () => run(() => client.call('fleet.disconnect', { id })),
    pause: () => pause(id, true),
    resume: () => pause(id, false),
    compare: () => navigate(paths.compareWith([id])),
    edit: () => navigate(paths.profile(id)),
    plan: () => navigate(paths.newPlan({ proxy: id })),
    favour: () => favour(true),
    unfavour: () => favour(false),
    unlock: () => run(() => client.call('change.unlock', { id })),
    lock: () => run(() => client.call('change.lock', { id })),
    window: () => run(() => openInWindow(client, paths.proxy(id))),
    undo: () => {
      if (undoable !== null) run(() => undo(undoable, confirmName));
    },
  };
  acts[verb]();
}
