import { Kbd, Switch } from '@mantine/core';
import { useOs } from '@mantine/hooks';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, usePreferences } from '../../../api/context.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { goKeys, goPages } from './go-keys.ts';
import classes from './shortcuts.module.css';

/** Keys that work on the board and in the list of profiles: the key of their text, and themselves; what stands side by side is one of them. */
const boardKeys = [
  ['filter', ['/']],
  ['results', ['↓']],
  ['cards', ['←', '→', '↑', '↓']],
  ['ends', ['Home', 'End']],
  ['choose', ['Space']],
  ['extend', ['Shift', '↑', '↓']],
] as const;

/** What the keyboard does. */
export default function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const control = useOs() === 'macos' ? '⌘' : 'Ctrl';
  const { setPreferences } = useApi();
  const { singleKeys } = usePreferences();
  return (
    <Dialog opened onClose={onClose} title={t('shortcuts.title')} size="lg" centered>
      <Part title={t('shortcuts.anywhere')}>
        <Row keys={[control, 'K']}>{t('shortcuts.search')}</Row>
        <Row keys={[control, 'P']}>{t('shortcuts.switcher')}</Row>
        <Row keys={['?']} off={!singleKeys}>
          {t('shortcuts.help')}
        </Row>
        <Row keys={['F8']}>{t('shortcuts.messages')}</Row>
        <Row keys={['Enter']}>{t('shortcuts.open')}</Row>
        <Row keys={['Esc']}>{t('shortcuts.close')}</Row>
      </Part>
      <Part title={t('shortcuts.go')}>
        {goPages.map((page) => (
          <Row
            key={page}
            keys={['g', goKeys[page]]}
            then={t('shortcuts.afterwards')}
            off={!singleKeys}
          >
            {t(`pages.${page}`)}
          </Row>
        ))}
      </Part>
      <Part title={t('shortcuts.lists')}>
        {boardKeys.map(([name, keys]) => (
          <Row key={name} keys={keys} off={name === 'filter' && !singleKeys}>
            {t(`shortcuts.${name}`)}
          </Row>
        ))}
        <Row keys={[control, 'A']}>{t('shortcuts.chooseAll')}</Row>
        <Row keys={['m']} off={!singleKeys}>
          {t('shortcuts.move')}
        </Row>
      </Part>
      <Part title={t('shortcuts.trees')}>
        <Row keys={['←', '→']}>{t('shortcuts.fold')}</Row>
        <Row keys={['a', '…', 'z']}>{t('shortcuts.letters')}</Row>
      </Part>
      <Switch
        className={classes.switch}
        checked={singleKeys}
        onChange={({ currentTarget }) => setPreferences({ singleKeys: currentTarget.checked })}
        label={t('shortcuts.single')}
        description={t('shortcuts.singleText')}
      />
    </Dialog>
  );
}

function Part(props: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3>{props.title}</h3>
      <dl className={classes.list}>{props.children}</dl>
    </section>
  );
}

/** `then` stands between keys that are pressed one after the other; `off` where the user has switched the key off. */
function Row(props: {
  keys: readonly string[];
  then?: string;
  off?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.shortcut} data-off={props.off || undefined}>
      <dt>
        {props.keys.map((key, i) => (
          <Fragment key={key}>
            {i > 0 && props.then !== undefined && <span>{props.then}</span>}
            <Kbd>{key}</Kbd>
          </Fragment>
        ))}
      </dt>
      <dd>
        {props.children}
        {props.off === true && <span className={classes.off}> ({t('shortcuts.off')})</span>}
      </dd>
    </div>
  );
}
