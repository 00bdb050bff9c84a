import type { SpotlightActionData, SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconKeyboard,
  IconLanguage,
  IconMoon,
  IconPlayerPlay,
  IconPlayerStop,
  IconPlug,
  IconPlugOff,
  IconPlus,
  IconRefresh,
  IconSun,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { hostAndPort } from '../../../../shared/model/host.ts';
import type { ConsoleApi } from '../../../api/console-api.ts';
import { useApi } from '../../../api/context.ts';
import { navigate } from '../../../api/page.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { isConnectable } from '../../../components/connectable.ts';
import { StateIcon } from '../../../components/state-label.tsx';
import { type Action, useAction } from '../../../components/use-action.tsx';
import { pages } from '../../../pages.tsx';
import { paths } from '../../../routes.ts';
import { openShortcuts } from '../keys/shortcuts.tsx';

const signSize = 18;

/** What the palette offers. States are those of the moment when it was opened, which `openings` counts. */
export function usePaletteActions(openings: number): SpotlightActionGroupData[] {
  const api = useApi();
  const { value } = useProfiles();
  const { t } = useTranslation();
  const { run } = useAction();
  // biome-ignore lint/correctness/useExhaustiveDependencies: an opening is what reads the states anew
  return useMemo(() => {
    const profiles = value ?? [];
    const commands = commandsFor({ api, profiles, t, run });
    return [
      { group: t('palette.pages'), actions: pageActions(t) },
      { group: t('palette.proxies'), actions: profiles.map((each) => openAction(each, api, t)) },
      { group: t('palette.actions'), actions: commands },
    ].filter(({ actions }) => actions.length > 0);
  }, [openings, api, value, t, run]);
}

function pageActions(t: TFunction): SpotlightActionData[] {
  return pages.flatMap(({ key, path, icon: Sign }) =>
    Sign === undefined
      ? []
      : {
          id: `page ${key}`,
          label: t(`pages.${key}`),
          leftSection: <Sign size={signSize} aria-hidden />,
          onClick: () => navigate(path),
        },
  );
}

function openAction(
  profile: ProfileEntry,
  { fleet }: ConsoleApi,
  t: TFunction,
): SpotlightActionData {
  const kind = fleet.snapshot(profile.id)?.state.kind;
  const state = kind === undefined ? [] : [t(`states:${kind}.name`)];
  return {
    id: `open ${profile.id}`,
    label: profile.name,
    description: [...state, hostAndPort(profile.host, profile.port), profile.folder]
      .filter(Boolean)
      .join(' · '),
    keywords: [profile.host, profile.folder, t(`environments.${profile.environment}`)],
    leftSection: kind === undefined ? undefined : <StateIcon kind={kind} size={signSize} />,
    dimmedSections: false,
    onClick: () => navigate(paths.proxy(profile.id)),
  };
}

interface Around {
  readonly api: ConsoleApi;
  readonly profiles: readonly ProfileEntry[];
  readonly t: TFunction;
  readonly run: Action['run'];
}

function commandsFor({ api, profiles, t, run }: Around): SpotlightActionData[] {
  const { client, fleet, setPreferences } = api;
  const command = (
    id: string,
    label: string,
    Sign: typeof IconPlug,
    onClick: () => void,
  ): SpotlightActionData => ({
    id,
    label,
    leftSection: <Sign size={signSize} aria-hidden />,
    onClick,
  });
  const kindOf = (id: string) => fleet.snapshot(id)?.state.kind;
  const idle = profiles.filter(({ id }) => isConnectable(kindOf(id)));
  const connect = (id: string) => client.call('fleet.connect', { id });
  const list = [
    command('add', t('addProfile'), IconPlus, () => navigate(paths.newProfile)),
    profiles.some(({ demo }) => demo)
      ? command('demo', t('stopDemo'), IconPlayerStop, () =>
          run(() => client.call('demo.stop', {})),
        )
      : command('demo', t('startDemo'), IconPlayerPlay, () =>
          run(() => client.call('demo.start', {}).then(() => navigate(paths.board))),
        ),
  ];
  if (profiles.some(({ id }) => kindOf(id) === 'waiting')) {
    list.push(
      command('probe', t('palette.probe'), IconRefresh, () =>
        run(() => client.call('fleet.probe', {})),
      ),
    );
  }
  if (idle.length > 1) {
    list.push(
      command('connect all', t('palette.connectAll'), IconPlug, () =>
        run(() => Promise.all(idle.map(({ id }) => connect(id)))),
      ),
    );
  }
  list.push(
    command('shortcuts', t('shortcuts.title'), IconKeyboard, openShortcuts),
    command('light', t('palette.light'), IconSun, () => setPreferences({ colorScheme: 'light' })),
    command('dark', t('palette.dark'), IconMoon, () => setPreferences({ colorScheme: 'dark' })),
    command('en', t('palette.english'), IconLanguage, () => setPreferences({ language: 'en' })),
    command('es', t('palette.spanish'), IconLanguage, () => setPreferences({ language: 'es' })),
  );
  for (const { id, name } of profiles) {
    list.push(
      isConnectable(kindOf(id))
        ? command(`connect ${id}`, t('palette.connectOne', { name }), IconPlug, () =>
            run(() => connect(id)),
          )
        : command(`disconnect ${id}`, t('palette.disconnectOne', { name }), IconPlugOff, () =>
            run(() => client.call('fleet.disconnect', { id })),
          ),
    );
  }
  return list;
}
