import {
  type Icon,
  IconBell,
  IconBellRinging,
  IconChartLine,
  IconHistory,
  IconLayoutDashboard,
  IconListCheck,
  IconReport,
  IconServer2,
  IconServerCog,
  IconSettings,
  IconTarget,
} from '@tabler/icons-react';
import {
  createRootRoute,
  createRoute,
  createRouter,
  type RouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { addressOf } from './api/search-fields.ts';
import { parseSearch, stringifySearch } from './api/search-text.ts';
import type { ViewSchema } from './api/view-state.ts';
import { lazyView } from './components/lazy-view.tsx';
import { Loading } from './components/view-states.tsx';
import { paths } from './routes.ts';
import {
  auditSearch,
  boardSearch,
  driftSearch,
  editorSearch,
  eventsSearch,
  lensSearch,
  listSearch,
  newPlanSearch,
  proxySearch,
  reportSearch,
} from './searches.ts';
import { Board } from './views/board/board.tsx';
import { compareSearch } from './views/compare/compare-search.ts';
import { NotFound } from './views/shell/not-found.tsx';
import { ViewFailed } from './views/shell/view-failed.tsx';

const root = createRootRoute();

/** Every address that no page has. */
const nowhere = createRoute({ getParentRoute: () => root, path: '$', component: NotFound });

/** A page, and what of its state the address says. `key` is also that of its title in the texts. With an icon it is in the menu. */
function page<const Key extends string, const Path extends string, Search extends ViewSchema>(
  key: Key,
  path: Path,
  component: RouteComponent,
  search: Search,
  icon?: Icon,
) {
  const route = createRoute({
    getParentRoute: () => root,
    path,
    component,
    validateSearch: search,
  });
  return { key, path, route, icon };
}

const nothing = addressOf({});

const Wall = lazyView(async () => (await import('./views/board/wall/wall.tsx')).Wall);
const ProxyPage = lazyView(async () => (await import('./views/proxy/proxy-page.tsx')).default);
const ComparePage = lazyView(
  async () => (await import('./views/compare/compare-page.tsx')).default,
);
const ProfileList = lazyView(
  async () => (await import('./views/profiles/list/profile-list.tsx')).default,
);
const ProfileEditor = lazyView(
  async () => (await import('./views/profiles/editor/profile-editor.tsx')).default,
);
const PastePage = lazyView(
  async () => (await import('./views/profiles/paste/paste-page.tsx')).default,
);
const RestorePage = lazyView(
  async () => (await import('./views/profiles/restore/restore-page.tsx')).default,
);
const ImportPage = lazyView(
  async () => (await import('./views/profiles/importing/import-page.tsx')).default,
);
const FolderList = lazyView(
  async () => (await import('./views/profiles/folders/folder-list.tsx')).default,
);
const FolderEditor = lazyView(
  async () => (await import('./views/profiles/folders/folder-editor.tsx')).default,
);
const PlanList = lazyView(async () => (await import('./views/plans/plan-list.tsx')).default);
const NewPlanPage = lazyView(async () => (await import('./views/plans/new-plan-page.tsx')).default);
const PlanPage = lazyView(async () => (await import('./views/plans/plan-page.tsx')).default);
const LensPage = lazyView(async () => (await import('./views/lens/lens-page.tsx')).default);
const DriftPage = lazyView(async () => (await import('./views/drift/drift-page.tsx')).default);
const AlertsPage = lazyView(async () => (await import('./views/alerts/alerts-page.tsx')).default);
const AuditPage = lazyView(async () => (await import('./views/audit/audit-page.tsx')).default);
const EventsPage = lazyView(async () => (await import('./views/events/events-page.tsx')).default);
const ReportPage = lazyView(async () => (await import('./views/report/report-page.tsx')).default);
const ConsolesPage = lazyView(
  async () => (await import('./views/consoles/consoles-page.tsx')).default,
);
const SettingsPage = lazyView(
  async () => (await import('./views/settings/settings-page.tsx')).default,
);

/** Every page, in the menu's order. */
export const pages = [
  page('board', paths.board, Board, boardSearch, IconLayoutDashboard),
  page('proxy', '/proxies/$id', ProxyPage, proxySearch),
  page('wall', paths.wall, Wall, boardSearch),
  page('compare', paths.compare, ComparePage, compareSearch, IconChartLine),
  page('profiles', paths.profiles, ProfileList, listSearch, IconServer2),
  page('newProfile', paths.newProfile, ProfileEditor, editorSearch),
  page('paste', paths.paste, PastePage, nothing),
  page('restore', paths.restore, RestorePage, nothing),
  page('import', paths.import, ImportPage, nothing),
  page('folders', paths.folders, FolderList, nothing),
  page('newFolder', paths.newFolder, FolderEditor, nothing),
  page('folder', '/folders/$id', FolderEditor, nothing),
  page('profile', '/profiles/$id', ProfileEditor, editorSearch),
  page('plans', paths.plans, PlanList, nothing, IconListCheck),
  page('newPlan', '/plans/new', NewPlanPage, newPlanSearch),
  page('plan', '/plans/$id', PlanPage, nothing),
  page('lens', '/proxies/$id/lens', LensPage, lensSearch),
  page('drift', paths.drift, DriftPage, driftSearch, IconTarget),
  page('alerts', paths.alerts, AlertsPage, nothing, IconBellRinging),
  page('audit', paths.audit, AuditPage, auditSearch, IconHistory),
  page('events', paths.events, EventsPage, eventsSearch, IconBell),
  page('report', paths.report, ReportPage, reportSearch, IconReport),
  page('consoles', paths.consoles, ConsolesPage, nothing, IconServerCog),
  page('settings', paths.settings, SettingsPage, nothing, IconSettings),
] as const;

/** Loads the pages that are not shown yet: each is there at once then, also while the console that they come from is away. */
export async function preloadPages(): Promise<void> {
  for (const view of [ProxyPage, ComparePage, ProfileList, ProfileEditor, EventsPage, SettingsPage])
    await view.preload();
}

/** The page with this route, null where the address has none. */
export function pageOf(routeId: string | undefined): (typeof pages)[number] | null {
  return pages.find(({ route }) => route.id === routeId) ?? null;
}

/** What shows the page of the address. */
export function createPageRouter(history: RouterHistory) {
  return createRouter({
    routeTree: root.addChildren([...pages.map(({ route }) => route), nowhere]),
    history,
    parseSearch,
    stringifySearch,
    // The router would scroll to the top after each step; api/places.ts knows where a view was left, and the focus.
    scrollRestoration: () => false,
    // Another proxy's page begins anew.
    defaultRemountDeps: ({ params }) => params,
    defaultPendingComponent: Loading,
    defaultErrorComponent: ({ reset }) => <ViewFailed retry={reset} />,
    defaultOnCatch: (error, info) => console.error('a view failed', error, info.componentStack),
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPageRouter>;
  }
}
