import { join } from 'node:path';
import { app, protocol, safeStorage, session } from 'electron';
import { desktopTexts } from '../shared/texts/desktop.ts';
import { openConsoles } from './attach/remote/open-consoles.ts';
import { openSharedConsole } from './attach/shared-console.ts';
import { createConsole } from './console.ts';
import { withOpenParts } from './core/open-parts.ts';
import { appScheme, isAppPage, schemePrivileges, serveAppPage } from './desktop/app-page.ts';
import { askOutsideOfPages } from './desktop/consent.ts';
import { createDesktop } from './desktop/desktop-part.ts';
import { setJumpList } from './desktop/jump-list.ts';
import { openKeychain } from './desktop/keychain.ts';
import {
  closeBeforeQuit,
  endOnFault,
  failToStart,
  lockWhenLeft,
  probeOnResume,
} from './desktop/lifecycle.ts';
import { collectLinks } from './desktop/links/collect-links.ts';
import { openLinks } from './desktop/links/open-link.ts';
import { registerScheme } from './desktop/links/register-scheme.ts';
import { handOver, takeOver } from './desktop/links/second-start.ts';
import {
  isUnsandboxed,
  keepChromiumOffline,
  lockContents,
  lockSession,
} from './desktop/lock-down.ts';
import { createStartAtLogin } from './desktop/login/start-at-login.ts';
import { setMenu } from './desktop/menu.ts';
import { notifyOfAlerts } from './desktop/notifications/notify.ts';
import { type DesktopOptions, readOptions } from './desktop/options.ts';
import { answersOfDesktop } from './desktop/own-answers.ts';
import { createTeller } from './desktop/tell.ts';
import {
  beginsHidden,
  createAppTray,
  endAfterLastWindow,
  followFleet,
} from './desktop/tray/run-signs.ts';
import { installedUpdates } from './desktop/updates/installed-updates.ts';
import { consoleOfPage } from './desktop/windows/page-address.ts';
import { createWindows } from './desktop/windows/windows.ts';
import { ask } from './ipc/ask.ts';
import { carryOverElectron } from './ipc/electron-carrier.ts';
import { openDataDirectory } from './store/files/data-directory.ts';
import { logFileOf, openLog } from './support/log.ts';

protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: schemePrivileges }]);
keepChromiumOffline(app.commandLine);
app.enableSandbox();
app.on('web-contents-created', (_event, contents) => lockContents(contents));
const links = collectLinks();

try {
  if (isUnsandboxed(app)) whenReady(refuseUnsandboxed);
  else await begin();
} catch (error) {
  whenReady(() => Promise.reject(error));
}

async function begin(): Promise<void> {
  const { dataDirectory, link, ...options } = readOptions(process.argv.slice(1));
  const directory = await openDataDirectory(dataDirectory);
  // Chromium's own files. The single-instance lock lies there too: one app for each data directory.
  app.setPath('userData', join(directory, 'chromium'));
  if (app.requestSingleInstanceLock(handOver({ demo: options.demo, link }))) {
    if (link !== null) links.add(link);
    whenReady(() => run(directory, options));
  } else app.quit();
}

async function refuseUnsandboxed(): Promise<void> {
  throw new Error(desktopTexts(app.getLocale()).noSandbox);
}

/** Electron is ready only after this module has been run to its end: it cannot be awaited above. */
function whenReady(start: () => Promise<void>): void {
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => failToStart(app.getLocale(), error));
}

async function run(
  directory: string,
  { demo, atLogin }: Pick<DesktopOptions, 'demo' | 'atLogin'>,
): Promise<void> {
  const texts = desktopTexts(app.getLocale());
  const logFile = logFileOf(directory);
  const log = openLog({
    shell: 'desktop',
    version: app.getVersion(),
    show: (text) => process.stderr.write(`${text}\n`),
  });
  log.writeTo(logFile);
  const logFault = log.fault;
  lockSession(session.defaultSession);
  const pages = join(app.getAppPath(), 'out', 'renderer');
  protocol.handle(appScheme, serveAppPage(pages));

  const teller = createTeller(texts, logFault);
  const { notOpened } = teller;
  const colorScheme = async () => (await ask(core.router, 'preferences.get', {})).colorScheme;
  const windows = createWindows({ directory, texts, logFault, colorScheme, notOpened });
  const signs = { core: () => core, windows, texts, logFault, notOpened };
  const tray = createAppTray(signs);
  const keychain = () => openKeychain(directory, safeStorage);
  const desktop = createDesktop({ windows, tray, login: createStartAtLogin() });
  const open = () =>
    withOpenParts({ directory, keychain, logFault }, (parts) =>
      createConsole({
        ...parts,
        directory,
        shell: 'desktop',
        version: app.getVersion(),
        pages,
        consent: askOutsideOfPages(texts, logFault),
        desktop,
        logFault,
        note: log.note,
        lastFaults: log.faults,
        updates: (wishes) => installedUpdates(directory, log, wishes),
      }),
    );
  const core = await openSharedConsole({
    directory,
    shell: 'desktop',
    version: app.getVersion(),
    open,
    own: (there) => answersOfDesktop(there, desktop),
    logFault,
    note: log.note,
  });
  const consoles = await openConsoles({
    directory,
    local: core.router,
    version: app.getVersion(),
    openWindow: windows.open,
    logFault,
  });
  log.note('the console began', { pid: process.pid, electron: process.versions.electron ?? null });
  const end = closeBeforeQuit(async (code) => {
    await consoles.close();
    await core.close();
    if (code === 0) core.installUpdate();
    log.note('the console ended', { pid: process.pid, code });
  }, logFault);
  endOnFault(logFault, logFile, texts, end);
  carryOverElectron((url) => consoles.routerFor(consoleOfPage(url)), isAppPage, logFault);
  probeOnResume(() => core.probe());
  lockWhenLeft(() => core.lockVault());
  const inWindow = (opening: Promise<void>) => void opening.catch(notOpened);
  const show = () => inWindow(windows.show());
  setMenu({
    directory,
    texts,
    logFault,
    openNew: () => inWindow(windows.openNew()),
    go: (address) => inWindow(windows.go(address)),
    open: (address) => inWindow(windows.lead(address)),
  });
  setJumpList(texts);
  registerScheme();
  const startDemo = () => {
    core.startDemo().catch((error: unknown) => logFault('starting the demo fleet', error));
  };
  app.on('activate', show);
  app.on('second-instance', (_event, _args, _cwd, handed) => {
    const started = takeOver(handed);
    if (started.link === null) show();
    else links.add(started.link);
    if (started.demo) startDemo();
  });
  endAfterLastWindow(tray, signs);
  notifyOfAlerts({
    news: core.alertNews,
    texts,
    logFault,
    isWanted: async () => (await ask(core.router, 'preferences.get', {})).notifyAlerts,
    open: (address) => inWindow(windows.lead(address)),
    acknowledge: (ids) =>
      ask(core.router, 'alerts.acknowledge', { ids: [...ids], reason: texts.acknowledgedBySystem }),
  });
  followFleet(tray, signs);
  if (!(await beginsHidden(tray, signs, atLogin))) await windows.restore();
  links.follow(openLinks({ windows, texts, teller }));
  if (demo) startDemo();
}
