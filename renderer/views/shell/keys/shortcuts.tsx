import { Kbd, Modal } from '@mantine/core';
import { useOs } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { onKey } from '../../../api/page.ts';
import { createStore, useStore } from '../../../api/store.ts';
import { isTyping } from '../../../components/is-typing.ts';
import classes from './shortcuts.module.css';

const opened = createStore(false);

export function openShortcuts(): void {
  opened.set(true);
}

/** Each shortcut: the key of its text, and its keys; what stands side by side is pressed together or one of them. */
const shortcuts = [
  ['search', []],
  ['filter', ['/']],
  ['cards', ['←', '→', '↑', '↓']],
  ['ends', ['Home', 'End']],
  ['open', ['Enter']],
  ['close', ['Esc']],
  ['help', ['?']],
] as const;

/** What the keyboard does, behind `?`. */
export function Shortcuts() {
  const { t } = useTranslation();
  const mac = useOs() === 'macos';
  useEffect(
    () =>
      onKey((event) => {
        if (event.key !== '?' || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
        event.preventDefault();
        openShortcuts();
      }),
    [],
  );
  return (
    <Modal
      opened={useStore(opened)}
      onClose={() => opened.set(false)}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      centered
    >
      <dl className={classes.list}>
        {shortcuts.map(([name, keys]) => (
          <div key={name} className={classes.shortcut}>
            <dt>
              {(name === 'search' ? searchKeys(mac) : keys).map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(`shortcuts.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}

function searchKeys(mac: boolean): readonly string[] {
  return [mac ? '⌘' : 'Ctrl', 'K'];
}
