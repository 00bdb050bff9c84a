import { Button, type ButtonProps, Popover, Text } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { AuditEntry } from '../../../../shared/model/change.ts';
import { teethOf } from '../../../../shared/model/environment-class.ts';
import { useClasses } from '../../../api/classes.ts';
import { keepFocus } from '../../../api/page.ts';
import { FocusAtOnce } from '../../../components/focus-at-once.tsx';
import { May } from '../../../components/may/may.tsx';
import { TypedName } from '../../../components/typed-name.tsx';
import { ValueChange } from './value-change.tsx';

/** A button that changes a proxy. Where its class wants that, its name has to be typed first; `onConfirm` gets what was typed. */
export function ConfirmedButton({
  profile,
  change,
  onConfirm,
  children,
  disabled,
  ...rest
}: ButtonProps & {
  profile: ProfileEntry;
  /** What it makes of what: shown where its name is asked for. */
  change: { setting: AuditEntry['setting']; from: string | null; to: string | null };
  onConfirm: (confirmName: string | undefined) => void;
  children: ReactNode;
  /** Of a form: Enter in its field presses this button. */
  type?: 'submit';
  'aria-label'?: string;
  'aria-describedby'?: string | undefined;
}) {
  const { t } = useTranslation();
  const wantsName = teethOf(useClasses(), profile.environment).typed;
  const [open, setOpen] = useState(false);
  const giveFocusBack = useRef<() => void>(undefined);
  useEffect(() => {
    if (!open) return;
    return () => giveFocusBack.current?.();
  }, [open]);
  // Stays in the order of focus while it cannot be used: whoever pressed it keeps their place, and hears why.
  const button = {
    ...rest,
    'aria-disabled': disabled === true,
    ...(disabled === true ? { 'data-disabled': true } : {}),
  };
  if (!wantsName) {
    return (
      <May needs="operate">
        <Button {...button} onClick={() => disabled !== true && onConfirm(undefined)}>
          {children}
        </Button>
      </May>
    );
  }
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      trapFocus
      // Enter in a field may open it while the button is below the window's edge.
      hideDetached={false}
      // The name may be typed at once after the key that asks for it.
      transitionProps={{ duration: 0 }}
      withArrow
      shadow="md"
      width={320}
      position="bottom-start"
    >
      <Popover.Target>
        <May needs="operate">
          <Button
            {...button}
            onClick={({ currentTarget }) => {
              if (disabled === true) return;
              currentTarget.scrollIntoView({ block: 'nearest' });
              giveFocusBack.current = keepFocus();
              setOpen(!open);
            }}
          >
            {children}
          </Button>
        </May>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('changes:confirm.title')}>
        <FocusAtOnce />
        <TypedName
          wanted={profile.name}
          label={t('changes:confirm.label', { name: profile.name })}
          submit={t('changes:confirm.submit')}
          onConfirm={(typed) => {
            setOpen(false);
            onConfirm(typed);
          }}
          onCancel={() => setOpen(false)}
        >
          <Text size="sm" fw={600} mb={4}>
            {t('changes:confirm.title')}
          </Text>
          <ValueChange {...change} />
        </TypedName>
      </Popover.Dropdown>
    </Popover>
  );
}
