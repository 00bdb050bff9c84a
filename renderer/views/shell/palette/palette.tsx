import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onKey } from '../../../api/page.ts';
import { useStore } from '../../../api/store.ts';
import { lazyView } from '../../../components/lazy-view.tsx';
import { noKeys, withKey } from './keys-ahead.ts';
import { openPalette, paletteOpened } from './opened.ts';
import classes from './palette.module.css';

/** Loaded when it is opened, or ahead. */
export const PaletteContent = lazyView(
  async () => (await import('./palette-content.tsx')).PaletteContent,
  null,
);

/** Every page, proxy and command by name, behind Ctrl+K or Cmd+K. */
export function Palette() {
  const opened = useStore(paletteOpened);
  useEffect(
    () =>
      onKey((event) => {
        if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
        if (event.altKey || event.shiftKey) return;
        event.preventDefault();
        openPalette();
      }),
    [],
  );
  return opened ? <PaletteDialog /> : null;
}

/** Over everything, and alone in the focus order. Shown before the next key arrives: what is typed at once after the shortcut belongs to it. */
function PaletteDialog() {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  /** What was pressed before the field was there. */
  const [ahead, setAhead] = useState(noKeys);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  const close = (): void => {
    // Gives the focus back before what was chosen may take it.
    dialog.current?.close();
    paletteOpened.set(false);
  };
  const keepAhead = (event: KeyboardEvent): void => {
    const { key, target, currentTarget, ctrlKey, metaKey } = event;
    if (target !== currentTarget || ctrlKey || metaKey || withKey(ahead, key) === null) return;
    setAhead((before) => withKey(before, key) ?? before);
    // The field may be there once this is done, and would take the same key too.
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className={classes.palette}
      aria-label={t('palette.open')}
      onCancel={close}
      onClose={close}
      onKeyDown={keepAhead}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <PaletteContent ahead={ahead} close={close} />
    </dialog>
  );
}
