import {
  type Icon,
  IconBell,
  IconChartLine,
  IconLayoutDashboard,
  IconServer2,
  IconSettings,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import { matchPath, type PageProps, type Pattern, paths } from './routes.ts';
import { Board } from './views/board/board.tsx';

interface Page {
  /** Also the key of its title in the texts. */
  readonly key:
    | 'board'
    | 'proxy'
    | 'compare'
    | 'profiles'
    | 'newProfile'
    | 'profile'
    | 'events'
    | 'settings';
  readonly pattern: Pattern;
  /** In the menu, under this icon. */
  readonly icon?: Icon;
  readonly component: ComponentType<PageProps>;
}

const ProxyPage = lazy(() => import('./views/proxy/proxy-page.tsx'));
const ComparePage = lazy(() => import('./views/compare/compare-page.tsx'));
const ProfileList = lazy(() => import('./views/profiles/profile-list.tsx'));
const ProfileEditor = lazy(() => import('./views/profiles/profile-editor.tsx'));
const EventsPage = lazy(() => import('./views/events/events-page.tsx'));
const SettingsPage = lazy(() => import('./views/settings/settings-page.tsx'));

/** Every page, in the menu's order. The first that fits the path is shown. */
export const pages: readonly Page[] = [
  { key: 'board', pattern: paths.board, icon: IconLayoutDashboard, component: Board },
  { key: 'proxy', pattern: paths.proxy(':id'), component: ProxyPage },
  { key: 'compare', pattern: paths.compare, icon: IconChartLine, component: ComparePage },
  { key: 'profiles', pattern: paths.profiles, icon: IconServer2, component: ProfileList },
  { key: 'newProfile', pattern: paths.newProfile, component: ProfileEditor },
  { key: 'profile', pattern: paths.profile(':id'), component: ProfileEditor },
  { key: 'events', pattern: paths.events, icon: IconBell, component: EventsPage },
  { key: 'settings', pattern: paths.settings, icon: IconSettings, component: SettingsPage },
];

/** The page for a path, and the values in it; undefined where there is none. */
export function pageFor(path: string): { page: Page; params: PageProps['params'] } | undefined {
  for (const page of pages) {
    const params = matchPath(page.pattern, path);
    if (params !== null) return { page, params };
  }
  return undefined;
}
