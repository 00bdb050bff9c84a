import { EventEmitter } from 'node:events';
import type { StubImage, StubMenuItem } from './electron-stub/on-desktop.ts';
import { StubSession } from './electron-stub/session.ts';

export * from './electron-stub/on-desktop.ts';
export { StubSession };

/**
 * Electron, as far as the desktop shell asks for it, where its binary is not there. Records what it is told; messages between a page and
 * the main process are copied, as Electron copies them. To be mocked in as `electron`.
 */
export class StubContents extends EventEmitter {
  mainFrame = { url: 'app://console/' };
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined;
  reloads = 0;
  /** Whether the page has something to lose, and asks before it goes. */
  hasUnsaved = false;
  #destroyed = false;

  /** To the page that has this contents as `ipcRenderer.contents`. */
  send(channel: string, message: unknown): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
    if (ipcRenderer.contents === this) ipcRenderer.emit(channel, {}, structuredClone(message));
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  destroy(): void {
    this.#destroyed = true;
    this.emit('destroyed');
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  reload(): void {
    this.reloads++;
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }
}

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class BrowserWindow extends EventEmitter {
  static opened: BrowserWindow[] = [];
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find(({ focused }) => focused) ?? null;
  }
  static getAllWindows(): BrowserWindow[] {
    return BrowserWindow.opened.filter((window) => !window.isDestroyed());
  }

  readonly webContents = new StubContents();
  readonly options: Record<string, unknown> & { webPreferences: Record<string, unknown> };
  loaded: string | undefined;
  visible = false;
  focused = false;
  minimized = false;
  maximized = false;
  fullScreen = false;
  bounds: Bounds;

  constructor(options: Record<string, unknown> & { webPreferences: Record<string, unknown> }) {
    super();
    this.options = options;
    this.bounds = { x: 0, y: 0, width: 0, height: 0, ...options } as Bounds;
    this.visible = options.show !== false;
    this.fullScreen = options.fullscreen === true;
    BrowserWindow.opened.push(this);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }
  /** What differs in its fragment alone is gone to within the page, as Chromium does. */
  async loadURL(url: string): Promise<void> {
    const within = this.loaded?.split('#')[0] === url.split('#')[0];
    this.loaded = url;
    this.webContents.mainFrame.url = url;
    this.webContents.emit(within ? 'did-navigate-in-page' : 'did-navigate', {}, url);
  }
  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isFullScreen(): boolean {
    return this.fullScreen;
  }
  getNormalBounds(): Bounds {
    const { x, y, width, height } = this.bounds;
    return { x, y, width, height };
  }
  maximize(): void {
    this.maximized = true;
  }
  restore(): void {
    this.minimized = false;
  }
  show(): void {
    this.visible = true;
  }
  focus(): void {
    for (const each of BrowserWindow.opened) each.focused = each === this;
    this.emit('focus');
  }
  overlay: { readonly image: StubImage | null; readonly said: string } | undefined;
  setOverlayIcon(image: StubImage | null, said: string): void {
    this.overlay = { image, said };
  }
  /** In Electron's order: the window, the page, gone. */
  close(): void {
    if (isPrevented(this, 'close')) return;
    // Preventing it lets the page go.
    const { webContents } = this;
    if (webContents.hasUnsaved && !isPrevented(webContents, 'will-prevent-unload')) {
      app.ending = false;
      return;
    }
    webContents.destroy();
    this.focused = false;
    this.emit('closed');
    if (BrowserWindow.getAllWindows().length > 0) return;
    // Not told where the app is about to end.
    if (!app.ending) app.emit('window-all-closed');
  }
}

/** Emits an event that can be prevented, and says whether it was. */
function isPrevented(emitter: EventEmitter, name: string): boolean {
  let prevented = false;
  emitter.emit(name, {
    preventDefault: () => {
      prevented = true;
    },
  });
  return prevented;
}

class StubApp extends EventEmitter {
  isPackaged = false;
  locale = 'en-GB';
  switches: string[] = [];
  paths: Record<string, string> = {};
  sandboxed = false;
  /** Whether this is the first start on its data directory. */
  first = true;
  lockData: unknown;
  quits = 0;
  /** It was told to end, and no window has kept it from that. */
  ending = false;
  tasks: readonly { readonly arguments: string; readonly title: string }[] = [];
  schemes: (readonly [string, string | undefined, readonly string[] | undefined])[] = [];
  badge: number | undefined;
  loginItem: { readonly openAtLogin: boolean; readonly args: readonly string[] } | undefined;
  readonly dock = {
    menu: [] as readonly StubMenuItem[],
    setMenu(menu: readonly StubMenuItem[]): void {
      app.dock.menu = menu;
    },
  };
  exitCode: number | undefined;
  readonly commandLine = {
    appendSwitch: (name: string, value?: string): void => {
      this.switches.push(value === undefined ? name : `${name}=${value}`);
    },
    hasSwitch: (name: string): boolean =>
      this.switches.some((one) => one === name || one.startsWith(`${name}=`)),
  };
  enableSandbox(): void {
    this.sandboxed = true;
  }
  setPath(name: string, path: string): void {
    this.paths[name] = path;
  }
  getAppPath(): string {
    return '/app';
  }
  getName(): string {
    return 'SPCP Console';
  }
  getVersion(): string {
    return '1.2.3';
  }
  getLocale(): string {
    return this.locale;
  }
  async whenReady(): Promise<void> {}
  requestSingleInstanceLock(data: unknown): boolean {
    this.lockData = data;
    return this.first;
  }
  quit(): void {
    this.quits++;
    if (isPrevented(this, 'before-quit')) return;
    this.ending = true;
    for (const window of BrowserWindow.getAllWindows()) if (this.ending) window.close();
    if (!this.ending) return;
    this.emit('will-quit', { preventDefault: () => {} });
  }
  setBadgeCount(count: number): boolean {
    this.badge = count;
    return true;
  }
  getLoginItemSettings(): { openAtLogin: boolean } {
    return { openAtLogin: this.loginItem?.openAtLogin === true };
  }
  setLoginItemSettings(settings: NonNullable<StubApp['loginItem']>): void {
    this.loginItem = settings;
  }
  setUserTasks(tasks: StubApp['tasks']): boolean {
    this.tasks = tasks;
    return true;
  }
  setAsDefaultProtocolClient(scheme: string, path?: string, args?: readonly string[]): boolean {
    this.schemes.push([scheme, path, args]);
    return true;
  }
  exit(code: number): void {
    this.exitCode = code;
    this.emit('exit', code);
  }
}

class StubIpcRenderer extends EventEmitter {
  /** The window whose page the preload runs in. */
  contents: StubContents | undefined;
  send(channel: string, message: unknown): void {
    const sender = this.contents;
    const event = { sender, senderFrame: sender?.mainFrame ?? null };
    ipcMain.emit(channel, event, structuredClone(message));
  }
}

export const app = new StubApp();
export const ipcMain = new EventEmitter();
export const ipcRenderer = new StubIpcRenderer();
export const powerMonitor = new EventEmitter();
export const session = { defaultSession: new StubSession() };
export const nativeTheme = { shouldUseDarkColors: false };
/** The displays, the primary one first. */
export const screen = {
  displays: [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
  getAllDisplays: () => screen.displays,
  getPrimaryDisplay: () => screen.displays[0],
  /** The one that shows the most of it, taken by its left edge here. */
  getDisplayMatching: ({ x }: Bounds) =>
    screen.displays.find(({ workArea }) => x >= workArea.x && x < workArea.x + workArea.width) ??
    screen.displays[0],
};
export const protocol = {
  privileged: [] as unknown[],
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged(schemes: unknown[]): void {
    protocol.privileged.push(...schemes);
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    protocol.handlers.set(scheme, handler);
  },
};
/**
 * Encrypts by turning every byte round, behind the version of the key as on Linux: enough to see that what is kept is not what was given,
 * and under which key.
 */
export const safeStorage = {
  available: true,
  backend: 'gnome_libsecret',
  /** `v11` is a key of the keyring; `v10`, which Chromium falls back to, one that everybody knows. */
  key: 'v11',
  getSelectedStorageBackend: () => safeStorage.backend,
  isAsyncEncryptionAvailable: async () => safeStorage.available,
  encryptStringAsync: async (text: string) =>
    Buffer.concat([Buffer.from(safeStorage.key), turned(Buffer.from(text, 'utf8'))]),
  decryptStringAsync: async (bytes: Buffer) => ({
    result: turned(bytes.subarray(3)).toString('utf8'),
    shouldReEncrypt: bytes.toString('latin1', 0, 3) !== safeStorage.key,
  }),
};
function turned(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => byte ^ 0xff));
}
export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld(name: string, value: unknown): void {
    contextBridge.exposed.set(name, value);
  },
};
