import {
  type Icon,
  IconBinaryTree,
  IconClipboardList,
  IconDelta,
  IconDeviceDesktop,
  IconFolder,
  IconGridDots,
  IconHistory,
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
  IconSun,
  IconTable,
} from '@tabler/icons-react';
import type { Preferences } from '../../../../shared/model/app-info.ts';
import { searchKey } from '../../../../shared/model/search.ts';
import { navigate } from '../../../api/page.ts';
import { stringifySearch } from '../../../api/search-text.ts';
import { isConnectable } from '../../../components/connectable.ts';
import { pages } from '../../../pages.tsx';
import { paths } from '../../../routes.ts';
import { openUnlock } from '../../vault/unlocking.ts';
import { openShortcuts } from '../keys/shortcuts.tsx';
import { openSwitcher } from '../switcher/opened.ts';
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
    careful = false,
  ): Offer => ({
    id,
    section,
    words: searchKey(label),
    subject: null,
    careful,
    make: () => ({ label, sign: <Sign size={signSize} aria-hidden />, run: act }),
  });
  const command = (id: string, label: string, sign: Icon, act: () => void): Offer =>
    offer(id, 'commands', label, sign, act);
  const idle = proxies.filter(({ kind }) => isConnectable(kind));
  const connectAll = (): Promise<unknown> =>
    Promise.all(idle.map(({ profile: { id } }) => client.call('fleet.connect', { id })));
  return [
    ...pages.flatMap(({ key, path, icon }) =>
      icon === undefined
        ? []
        : offer(`page ${key}`, 'pages', t(`pages.${key}`), icon, () => navigate(path)),
    ),
    command('add', t('addProfile'), IconPlus, () => navigate(paths.newProfile)),
    command('plan', t('pages.newPlan'), IconListCheck, () => navigate(paths.newPlan())),
    command('paste', t('pages.paste'), IconClipboardList, () => navigate(paths.paste)),
    command('restore', t('pages.restore'), IconHistory, () => navigate(paths.restore)),
    command('folders', t('pages.folders'), IconFolder, () => navigate(paths.folders)),
    command('switcher', t('switcher.title'), IconBinaryTree, openSwitcher),
    command('wall', t('wall:enter'), IconDeviceDesktop, () => navigate(paths.wall)),
    ...boardPictures.map(([picture, Sign]) =>
      command(`picture ${picture}`, t(`palette.picture.${picture}`), Sign, () =>
        navigate(`${paths.board}${stringifySearch({ picture })}`),
      ),
    ),
    command('unlike', t('palette.unlike'), IconDelta, () =>
      navigate(`${paths.board}${stringifySearch({ text: 'is:unlike' })}`),
    ),
    ...(proxies.some(({ kind }) => kind === 'waiting')
      ? [
          command('probe', t('palette.probe'), IconRefresh, () =>
            run(() => client.call('fleet.probe', {})),
          ),
        ]
      : []),
    ...(idle.length > 1
      ? [command('connect all', t('palette.connectAll'), IconPlug, () => run(connectAll))]
      : []),
    ...(tools.vault === 'locked'
      ? [command('vault', t('vault:locked.sign'), IconLockOpen, openUnlock)]
      : []),
    ...(tools.vault === 'unlocked'
      ? [
          command('vault', t('vault:locked.signOpen'), IconLock, () =>
            run(() => client.call('vault.lock', {})),
          ),
        ]
      : []),
    command('shortcuts', t('shortcuts.title'), IconKeyboard, openShortcuts),
    preferences.singleKeys
      ? command('keys', t('palette.keysOff'), IconKeyboardOff, () =>
          setPreferences({ singleKeys: false }),
        )
      : command('keys', t('palette.keysOn'), IconKeyboard, () =>
          setPreferences({ singleKeys: true }),
        ),
    command('light', t('palette.light'), IconSun, () => setPreferences({ colorScheme: 'light' })),
    command('dark', t('palette.dark'), IconMoon, () => setPreferences({ colorScheme: 'dark' })),
    command('en', t('palette.english'), IconLanguage, () => setPreferences({ language: 'en' })),
    command('es', t('palette.spanish'), IconLanguage, () => setPreferences({ language: 'es' })),
    proxies.some(({ profile }) => profile.demo)
      ? offer('demo', 'commands', t('stopDemo'), IconPlayerStop, stopDemo(tools), true)
      : command('demo', t('startDemo'), IconPlayerPlay, () =>
          run(() => client.call('demo.start', {}).then(() => navigate(paths.board))),
        ),
  ];
}

function stopDemo({ client, run }: Tools) {
  return () => run(() => client.call('demo.stop', {}));
}
