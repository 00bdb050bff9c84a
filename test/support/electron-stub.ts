import { EventEmitter } from 'node:events';

/**
 * Electron, as far as the desktop shell asks for it, where its binary is not there. Records what it is told; messages between a page and
 * the main process are copied, as Electron copies them. To be mocked in as `electron`.
 */
export class StubContents extends EventEmitter {
  mainFrame = { url: 'app://console/' };
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined;
  reloads = 0;
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
    return BrowserWindow.opened.find(({ focused }) => focused) ?? null;
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
  bounds: Bounds;

  constructor(options: Record<string, unknown> & { webPreferences: Record<string, unknown> }) {
    super();
    this.options = options;
    this.bounds = { x: 0, y: 0, width: 0, height: 0, ...options } as Bounds;
    this.visible = options.show !== false;
    BrowserWindow.opened.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.loaded = url;
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
    this.focused = true;
  }
  close(): void {
    this.emit('close', {});
    this.webContents.destroy();
    if (BrowserWindow.getAllWindows().length === 0) app.emit('window-all-closed');
  }
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
    this.emit('will-quit', { preventDefault: () => {} });
  }
  exit(code: number): void {
    this.exitCode = code;
    this.emit('exit', code);
  }
}

export class StubSession extends EventEmitter {
  requestHandler:
    | ((contents: StubContents, permission: string, answer: (granted: boolean) => void) => void)
    | undefined;
  checkHandler:
    | ((contents: StubContents | null, permission: string, origin: string) => boolean)
    | undefined;
  deviceHandler: (() => boolean) | undefined;
  spellChecker = true;
  beforeRequest:
    | ((details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void)
    | undefined;
  readonly webRequest = {
    onBeforeRequest: (handler: NonNullable<StubSession['beforeRequest']>): void => {
      this.beforeRequest = handler;
    },
  };
  setPermissionRequestHandler(handler: NonNullable<StubSession['requestHandler']>): void {
    this.requestHandler = handler;
  }
  setPermissionCheckHandler(handler: NonNullable<StubSession['checkHandler']>): void {
    this.checkHandler = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.deviceHandler = handler;
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.spellChecker = on;
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
export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
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
export class Notification extends EventEmitter {
  static shown: Notification[] = [];
  static isSupported(): boolean {
    return true;
  }

  readonly options: { readonly title: string; readonly body: string };

  constructor(options: { readonly title: string; readonly body: string }) {
    super();
    this.options = options;
  }
  show(): void {
    Notification.shown.push(this);
  }
}

export const dialog = {
  errors: [] as { readonly title: string; readonly text: string }[],
  questions: [] as { readonly message: string; readonly detail: string }[],
  /** The button that the user presses. */
  response: 0,
  showErrorBox(title: string, text: string): void {
    dialog.errors.push({ title, text });
  },
  async showMessageBox(_window: BrowserWindow, options: { message: string; detail: string }) {
    dialog.questions.push(options);
    return { response: dialog.response };
  },
};
export interface StubMenuItem {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly click?: () => void;
  readonly submenu?: readonly StubMenuItem[];
}
export const Menu = {
  set: [] as readonly StubMenuItem[],
  buildFromTemplate: (template: readonly StubMenuItem[]) => template,
  setApplicationMenu(menu: readonly StubMenuItem[]): void {
    Menu.set = menu;
  },
};
export const shell = {
  opened: [] as string[],
  async openPath(path: string): Promise<string> {
    shell.opened.push(path);
    return '';
  },
};
export const contextBridge = {
  exposed: new Map<string, unknown>(),
  exposeInMainWorld(name: string, value: unknown): void {
    contextBridge.exposed.set(name, value);
  },
};
