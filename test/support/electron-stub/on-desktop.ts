import { EventEmitter } from 'node:events';

/** What the desktop shell puts outside its windows: the tray, notifications, native questions, menus. Part of `../electron-stub.ts`. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture without pixels of its own. */
export class StubImage {
  readonly size: Size;
  readonly pixels: Uint8Array;
  constructor(size: Size, pixels: Uint8Array = new Uint8Array(size.width * size.height * 4)) {
    this.size = size;
    this.pixels = pixels;
  }
  resize(size: Size): StubImage {
    return new StubImage(size);
  }
  toBitmap(): Uint8Array {
    return this.pixels;
  }
}
export const nativeImage = {
  createFromPath: (_path: string) => new StubImage({ width: 512, height: 512 }),
  createFromBitmap: (pixels: Uint8Array, size: Size) => new StubImage(size, pixels),
};

export class Tray extends EventEmitter {
  static put: Tray[] = [];
  /** What its constructor throws, as where the system has none. */
  static fault: Error | null = null;

  image: StubImage;
  toolTip = '';
  title = '';
  menu: readonly StubMenuItem[] = [];

  constructor(image: StubImage) {
    super();
    if (Tray.fault !== null) throw Tray.fault;
    this.image = image;
    Tray.put.push(this);
  }
  setImage(image: StubImage): void {
    if (Tray.fault !== null) throw Tray.fault;
    this.image = image;
  }
  setToolTip(text: string): void {
    this.toolTip = text;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  setContextMenu(menu: readonly StubMenuItem[]): void {
    this.menu = menu;
  }
}

interface NotificationOptions {
  readonly title: string;
  readonly body: string;
  readonly actions?: readonly { readonly type: string; readonly text: string }[];
}

export class Notification extends EventEmitter {
  static shown: Notification[] = [];
  static isSupported(): boolean {
    return true;
  }

  readonly options: NotificationOptions;
  closed = false;

  constructor(options: NotificationOptions) {
    super();
    this.options = options;
  }
  close(): void {
    this.closed = true;
    this.emit('close', {});
  }
  show(): void {
    Notification.shown.push(this);
  }
}

interface Question {
  readonly message: string;
  readonly detail: string;
}

export const dialog = {
  errors: [] as { readonly title: string; readonly text: string }[],
  questions: [] as Question[],
  /** The button that the user presses. */
  response: 0,
  showErrorBox(title: string, text: string): void {
    dialog.errors.push({ title, text });
  },
  /** Over a window, or over none. */
  async showMessageBox(...told: unknown[]) {
    dialog.questions.push(told.at(-1) as Question);
    return { response: dialog.response };
  },
  showMessageBoxSync(_window: unknown, options: Question): number {
    dialog.questions.push(options);
    return dialog.response;
  },
};
export interface StubMenuItem {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly enabled?: boolean;
  readonly checked?: boolean;
  readonly click?: (item: { readonly checked: boolean }) => void;
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
