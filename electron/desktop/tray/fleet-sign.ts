import type { MenuItemConstructorOptions } from 'electron';
import type { DesktopTexts } from '../../../shared/texts/desktop-texts.ts';
import type { FleetAttention } from '../../core/attention.ts';

/** So many proxies in trouble are named; the rest are counted. */
const mostNamed = 10;
/** A name in a menu is cut after so many characters. */
const longestName = 60;

export interface FleetDeeds {
  readonly show: () => void;
  readonly openProxy: (id: string) => void;
  readonly openTrouble: () => void;
  readonly openAlerts: () => void;
  readonly pauseAll: (paused: boolean) => void;
  readonly quit: () => void;
}

/** What the tray says in one line: how many proxies are ready, and how many want a look. */
export function fleetSaid(fleet: FleetAttention, texts: DesktopTexts): string {
  const parts = [texts.fleetReady(fleet.ready, fleet.all)];
  if (fleet.trouble.length > 0) parts.push(texts.fleetTrouble(fleet.trouble.length));
  if (fleet.alerts > 0) parts.push(texts.fleetAlerts(fleet.alerts));
  return parts.join(' · ');
}

/** The menu of the tray: the state, the proxies that need attention by name, and what can be done without a window. */
export function fleetMenu(
  fleet: FleetAttention,
  texts: DesktopTexts,
  deeds: FleetDeeds,
): MenuItemConstructorOptions[] {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const named = fleet.trouble.slice(0, mostNamed);
  const others = fleet.trouble.length - named.length;
  return [
    { id: 'show', label: texts.showWindows, click: deeds.show },
    { id: 'state', label: texts.fleetReady(fleet.ready, fleet.all), enabled: false },
    ...(fleet.alerts > 0
      ? [{ id: 'alerts', label: texts.fleetAlerts(fleet.alerts), click: deeds.openAlerts }]
      : []),
    ...(named.length > 0 ? [separator] : []),
    ...named.map(({ id, name }) => ({
      id,
      label: shortened(name),
      click: () => deeds.openProxy(id),
    })),
    ...(others > 0
      ? [{ id: 'others', label: texts.moreInTrouble(others), click: deeds.openTrouble }]
      : []),
    separator,
    {
      id: 'pause',
      label: texts.pauseAll,
      type: 'checkbox',
      checked: fleet.all > 0 && fleet.paused === fleet.all,
      enabled: fleet.all > 0,
      click: ({ checked }) => deeds.pauseAll(checked),
    },
    separator,
    { id: 'quit', label: texts.quit, click: deeds.quit },
  ];
}

/** An ampersand would underline the letter behind it. */
function shortened(name: string): string {
  const cut = name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
  return cut.replaceAll('&', '&&');
}
