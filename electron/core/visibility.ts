import type { Asker } from '../../shared/model/caller.ts';

/** Which windows are looked at. */
export interface Visibility {
  /** Somebody came: a window is looked at until it says otherwise, and no more once it is gone; a command line and a collector never are. */
  add(caller: { readonly gone: AbortSignal; readonly asker: Asker }): void;
  set(window: object, visible: boolean): void;
}

/** `onChange` hears whether anybody looks at any window, whenever that changes; nobody does at first. */
export function createVisibility(onChange: (visible: boolean) => void): Visibility {
  const windows = new Map<object, boolean>();
  let before = false;
  const update = (): void => {
    const visible = [...windows.values()].includes(true);
    if (visible === before) return;
    before = visible;
    onChange(visible);
  };
  return {
    add(window) {
      if (window.asker.kind !== 'window') return;
      windows.set(window, true);
      window.gone.addEventListener(
        'abort',
        () => {
          windows.delete(window);
          update();
        },
        { once: true },
      );
      update();
    },
    set(window, visible) {
      if (!windows.has(window)) return;
      windows.set(window, visible);
      update();
    },
  };
}
