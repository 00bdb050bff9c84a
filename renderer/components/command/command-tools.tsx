import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyView } from '../lazy-view.tsx';

const LibraryDialog = lazyView(
  async () => (await import('./library/library-dialog.tsx')).default,
  null,
);
const RanDialog = lazyView(async () => (await import('./library/ran-dialog.tsx')).default, null);
const TrialDialog = lazyView(async () => (await import('./trial/trial-dialog.tsx')).default, null);

/** What helps with a command: those that are saved, those that this proxy ran, and a try on this machine. */
export function CommandTools(props: {
  text: string;
  setText: (text: string) => void;
  /** The profile of the proxy whose own commands are offered. */
  ranOn?: string | undefined;
  /** Called when a command was taken, once its dialog is closed. */
  onTaken: () => void;
}) {
  const { text, setText, ranOn } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState<'library' | 'ran' | 'trial' | null>(null);
  const close = (): void => setOpen(null);
  const take = (command: string): void => {
    setText(command);
    close();
    props.onTaken();
  };
  return (
    <>
      <Group gap={2} mt={4} ml={-4}>
        <Button size="compact-xs" px={4} variant="subtle" onClick={() => setOpen('library')}>
          {t('commands:library.open')}
        </Button>
        {ranOn !== undefined && (
          <Button size="compact-xs" px={4} variant="subtle" onClick={() => setOpen('ran')}>
            {t('commands:ran.open')}
          </Button>
        )}
        <Button size="compact-xs" px={4} variant="subtle" onClick={() => setOpen('trial')}>
          {t('commands:trial.open')}
        </Button>
      </Group>
      {open === 'library' && <LibraryDialog text={text} onTake={take} onClose={close} />}
      {open === 'ran' && ranOn !== undefined && (
        <RanDialog profileId={ranOn} onTake={take} onClose={close} />
      )}
      {open === 'trial' && <TrialDialog text={text} onTake={take} onClose={close} />}
    </>
  );
}
