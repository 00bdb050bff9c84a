import {
  IconChartLine,
  IconFolderSymlink,
  IconListCheck,
  IconPencil,
  IconPlug,
  IconPlugOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { isGuarded } from '../../../../shared/model/environment-class.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { useClasses } from '../../../api/classes.ts';
import { useApi } from '../../../api/context.ts';
import { isConnectable } from '../../../components/connectable.ts';
import { useSampled } from '../../../components/use-sampled.ts';
import { hrefOf, paths } from '../../../routes.ts';
import { mostCompared } from '../../compare/compare-view.ts';
import type { Tool } from './tool.ts';
import type { useMany } from './use-many.tsx';
import { usePauseTools } from './use-pause-tools.ts';

/** What asks before something is done with those that are chosen. */
export type Asking = 'edit' | 'move' | 'plan' | 'disconnect';

const noSnapshots: ReadonlyMap<string, ProxySnapshot> = new Map();

/** What can be done with the chosen proxies, the most wanted first, and those of them that are connected. */
export function useTools(
  profiles: readonly ProfileEntry[],
  many: ReturnType<typeof useMany>,
  ask: (what: Asking) => void,
): { readonly tools: readonly Tool[]; readonly connected: readonly ProfileEntry[] } {
  const { fleet } = useApi();
  const { t } = useTranslation();
  const snapshots = useSampled(fleet.snapshots, 500) ?? noSnapshots;
  const kindOf = (id: string) => snapshots.get(id)?.state.kind;
  const connectable = profiles.filter(
    ({ id }) => isConnectable(kindOf(id)) || kindOf(id) === 'waiting',
  );
  const connected = profiles.filter(({ id }) => !isConnectable(kindOf(id)));
  const pauseTools = usePauseTools(profiles, connected);
  const disabled = many.progress !== null;
  const tooMany = profiles.length > mostCompared;
  const known = useClasses();
  const guarded = connected.some(({ environment }) => isGuarded(known, environment));
  const connecting: readonly Tool[] = [
    {
      key: 'connect',
      needs: 'operate',
      label: t('arrangement:selection.connect', { count: connectable.length }),
      icon: IconPlug,
      disabled,
      act: () => many.run('connect', connectable),
    },
    {
      key: 'disconnect',
      needs: 'operate',
      label: t('arrangement:selection.disconnect', { count: connected.length }),
      icon: IconPlugOff,
      disabled,
      act: () => (guarded ? ask('disconnect') : many.run('disconnect', connected)),
    },
  ];
  const tools: readonly Tool[] = [
    {
      key: 'edit',
      needs: 'administer',
      label: t('arrangement:selection.edit'),
      icon: IconPencil,
      disabled,
      act: () => ask('edit'),
    },
    {
      key: 'move',
      needs: 'administer',
      label: t('arrangement:selection.move'),
      icon: IconFolderSymlink,
      disabled,
      shortcut: 'm',
      act: () => ask('move'),
    },
    {
      key: 'plan',
      needs: 'operate',
      label: t('plans:change'),
      icon: IconListCheck,
      act: () => ask('plan'),
    },
    ...connecting.filter(({ key }) => (key === 'connect' ? connectable : connected).length > 0),
    {
      key: 'compare',
      label: t('arrangement:selection.compare'),
      icon: IconChartLine,
      ...(tooMany
        ? {
            disabled: true,
            title: t('arrangement:selection.tooMany', { count: mostCompared }),
            act: () => {},
          }
        : { act: { href: hrefOf(paths.compareWith(profiles.map(({ id }) => id))) } }),
    },
    ...pauseTools,
  ];
  return { tools, connected };
}
