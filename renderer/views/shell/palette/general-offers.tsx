import {
  type Icon,
  IconAppWindow,
  IconBinaryTree,
  IconClipboardList,
  IconDelta,
  IconDeviceDesktop,
  IconFileExport,
  IconFileImport,
  IconFolder,
  IconFolderPlus,
  IconGridDots,
  IconHistory,
  IconKey,
  IconKeyboard,
  IconKeyboardOff,
  IconLanguage,
  IconLayoutGrid,
  IconLayoutList,
  IconListCheck,
  IconLock,
  IconLockOpen,
  IconMoon,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlug,
  IconPlus,
  IconRefresh,
  IconServer,
  IconSun,
  IconTable,
} from '@tabler/icons-react';
import type { Preferences } from '../../../../shared/model/app-info.ts';
import type { RemoteConsole } from '../../../../shared/model/remote-console.ts';
import { searchKey } from '../../../../shared/model/search.ts';
import { openInWindow, pathShown } from '../../../api/new-window.ts';
import { navigate } from '../../../api/page.ts';
import { goToPart } from '../../../api/part.ts';
import { stringifySearch } from '../../../api/search-text.ts';
import { showConsole } from '../../../api/shown-console.ts';
import { isConnectable } from '../../../components/connectable.ts';
import { openUnlock } from '../../../components/vault/unlocking.ts';
import { pages } from '../../../pages.tsx';
import { paths } from '../../../routes.ts';
import { openExport } from '../../profiles/exporting/opened.ts';
import { openShortcuts } from '../keys/shortcuts.tsx';
import { openSwitcher } from '../switcher/opened.ts';
import { type Also, isAlso } from './also.ts';
import type { Offer } from './command.ts';
import { type ProxyNow, signSize, type Tools } from './proxy-offers.tsx';

const boardPictures = [
  ['cards', IconLayoutGrid],
  ['compact', IconLayoutList],
  ['table', IconTable],
  ['map', IconGridDots],
] as const;

interface GeneralTools extends Tools {
  readonly preferences: Preferences;
  setPreferences(change: Partial<Preferences>): void;
  /** Null where it is not known, or never locked. */
  readonly vault: 'locked' | 'unlocked' | null;
  /** Those of other machines that are saved here. */
  readonly consoles: readonly Pick<RemoteConsole, 'id' | 'name' | 'sshDestination'>[];
  /** The id of the one that the window shows; null where that is the console of this machine. */
  readonly consoleHere: string | null;
}

/** Every page of the menu, and what is done to the whole fleet or to the app. */
export function generalOffers(proxies: readonly ProxyNow[], tools: GeneralTools): Offer[] {
  const { t, client, run, preferences, setPreferences } = tools;
  const offer = (
    id: string,
    section: 'pages' | 'commands',
    label: string,
    Sign: Icon,
    act: () => void,
    also: Also | null = null,
    careful = false,
  ): Offer => ({
    id,
    section,
    words: searchKey(also === null ? label : `${label} ${t(`palette.also.${also}`)}`),
    subject: null,
    careful,
    make: () => ({ label, sign: <Sign size={signSize} aria-hidden />, run: act }),
  });
  const command = (id: string, label: string, sign: Icon, act: () => void, also?: Also): Offer =>
    offer(id, 'commands', label, sign, act, also);
  const idle = proxies.filter(({ kind }) => isConnectable(kind));
  const connectAll = (): Promise<unknown> =>
    Promise.all(idle.map(({ profile: { id } }) => client.call('fleet.connect', { id })));
  return [
    ...pages.flatMap(({ key, path, icon }) =>
      icon === undefined
        ? []
        : offer(
            `page ${key}`,
            'pages',
            t(`pages.${key}`),
            icon,
            () => navigate(path),
            isAlso(key) ? key : null,
          ),
    ),
    command('add', t('addProfile'), IconPlus, () => navigate(paths.newProfile), 'add'),
    command('plan', t('pages.newPlan'), IconListCheck, () => navigate(paths.newPlan()), 'plans'),
    command('paste', t('pages.paste'), IconClipboardList, () => navigate(paths.paste), 'paste'),
    command('restore', t('pages.restore'), IconHistory, () => navigate(paths.restore), 'restore'),
    command('import', t('pages.import'), IconFileImport, () => navigate(paths.import), 'importing'),
    command('export', t('transfer:export.title'), IconFileExport, openExport, 'export'),
    command('folders', t('pages.folders'), IconFolder, () => navigate(paths.folders), 'folders'),
    command(
      'new folder',
      t('pages.newFolder'),
      IconFolderPlus,
      () => navigate(paths.newFolder),
      'newFolder',
    ),
    command(
      'passwords',
      t('palette.passwords'),
      IconKey,
      () => goToPart(paths.settings, 'vault'),
      'passwords',
    ),
    ...consolesToShow(tools).map(({ id, name, about }) =>
      command(
        `console ${id ?? 'here'}`,
        name === null ? t('palette.consoleHere') : t('palette.console', { name, about }),
        IconServer,
        () => showConsole(id),
        'consoles',
      ),
    ),
    command('switcher', t('switcher.title'), IconBinaryTree, openSwitcher, 'switcher'),
    command(
      'new window',
      t('newWindow'),
      IconAppWindow,
      () => run(() => openInWindow(client, pathShown())),
      'newWindow',
    ),
    command('wall', t('wall:enter'), IconDeviceDesktop, () => navigate(paths.wall), 'wall'),
    ...boardPictures.map(([picture, Sign]) =>
      command(`picture ${picture}`, t(`palette.picture.${picture}`), Sign, () =>
        navigate(`${paths.board}${stringifySearch({ picture })}`),
      ),
    ),
    command(
      'unlike',
      t('palette.unlike'),
      IconDelta,
      () => navigate(`${paths.board}${stringifySearch({ text: 'is:unlike' })}`),
      'unlike',
    ),
    ...(proxies.some(({ kind }) => kind === 'waiting')
      ? [
          command(
            'probe',
            t('palette.probe'),
            IconRefresh,
            () => run(() => client.call('fleet.probe', {})),
            'probe',
          ),
        ]
      : []),
    ...(idle.length > 1
      ? [
          command(
            'connect all',
            t('palette.connectAll'),
            IconPlug,
            () => run(connectAll),
            'connectAll',
          ),
        ]
      : []),
    ...(tools.vault === 'locked'
      ? [command('vault', t('vault:locked.sign'), IconLockOpen, openUnlock, 'vault')]
      : []),
    ...(tools.vault === 'unlocked'
      ? [
          command(
            'vault',
            t('vault:locked.signOpen'),
            IconLock,
            () => run(() => client.call('vault.lock', {})),
            'vault',
          ),
        ]
      : []),
    command('shortcuts', t('shortcuts.title'), IconKeyboard, openShortcuts, 'shortcuts'),
    preferences.singleKeys
      ? command('keys', t('palette.keysOff'), IconKeyboardOff, () =>
          setPreferences({ singleKeys: false }),
        )
      : command('keys', t('palette.keysOn'), IconKeyboard, () =>
          setPreferences({ singleKeys: true }),
        ),
    command(
      'light',
      t('palette.light'),
      IconSun,
      () => setPreferences({ colorScheme: 'light' }),
      'theme',
    ),
    command(
      'dark',
      t('palette.dark'),
      IconMoon,
      () => setPreferences({ colorScheme: 'dark' }),
      'theme',
    ),
    command(
      'en',
      t('palette.english'),
      IconLanguage,
      () => setPreferences({ language: 'en' }),
      'english',
    ),
    command(
      'es',
      t('palette.spanish'),
      IconLanguage,
      () => setPreferences({ language: 'es' }),
      'spanish',
    ),
    proxies.some(({ profile }) => profile.demo)
      ? offer('demo', 'commands', t('stopDemo'), IconPlayerStop, stopDemo(tools), 'demo', true)
      : command(
          'demo',
          t('startDemo'),
          IconPlayerPlay,
          () => run(() => client.call('demo.start', {}).then(() => navigate(paths.board))),
          'demo',
        ),
  ];
}

/** All consoles but the one that the window shows. `name`: null of that of this machine. */
function consolesToShow({ consoles, consoleHere }: GeneralTools) {
  const here = { id: null, name: null, about: '' };
  const there = consoles.map(({ id, name, sshDestination }) => ({
    ...{ id, name },
    about: sshDestination,
  }));
  return [here, ...there].filter(({ id }) => id !== consoleHere);
}

function stopDemo({ client, run }: Tools) {
  return () => run(() => client.call('demo.stop', {}));
}
