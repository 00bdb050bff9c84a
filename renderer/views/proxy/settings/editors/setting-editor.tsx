import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import type { AuditEntry } from '../../../../../shared/model/change.ts';
import { HowItWorks } from '../../../../components/help/how-it-works.tsx';
import { Panel } from '../../../../components/panel.tsx';
import { ConfirmedButton } from '../confirmed-button.tsx';
import { ChangeOutcome } from '../outcome/change-outcome.tsx';
import classes from './editors.module.css';
import type { Change } from './use-change.ts';

/** The id of what says why nothing can be changed, which is said once for all editors. */
export const blockedId = 'settings-blocked';

/** What every button of an editor has. */
export interface EditorButton {
  readonly disabled: boolean;
  readonly 'aria-describedby': string | undefined;
}

/** The form of one setting: what is known to hold, a field for what is to hold, the buttons that set it, and what that came to. */
export function SettingEditor(props: {
  profile: ProfileEntry;
  setting: AuditEntry['setting'];
  change: Change;
  blocked: string | null;
  /** What is known to hold, and what that knowledge is. */
  known: ReactNode;
  knownLabel: string;
  /** Whether what is in the field can be set. */
  ready: boolean;
  /** What setting it makes of what; null as `ValueText` says it. */
  from: string | null;
  to: string | null;
  onSet: (confirmName: string | undefined) => void;
  /** Gets the focus where the button that has it goes. */
  focusField: () => void;
  /** The field, with what is said of its text. */
  children: ReactNode;
  /** Other buttons beside that which sets it. */
  buttons?: (button: EditorButton) => ReactNode;
}) {
  const { profile, setting, change, blocked } = props;
  const { t } = useTranslation();
  const title = t(`changes:settings.${setting}`);
  const disabled = blocked !== null || change.progress.kind === 'busy';
  const describedBy = blocked === null ? undefined : blockedId;
  return (
    <Panel level={3} title={title} aside={<HowItWorks of={setting} name={title} />}>
      <Text size="xs" c="dimmed" mt={-8}>
        {t(`changes:${setting}.what`)}
      </Text>
      <dl className={classes.current}>
        <dt>{props.knownLabel}</dt>
        <dd data-testid={`${setting}-in-force`}>{props.known}</dd>
      </dl>
      <form onSubmit={(event) => event.preventDefault()}>
        {props.children}
        <Group gap="xs" mt="sm">
          <ConfirmedButton
            type="submit"
            size="xs"
            profile={profile}
            change={{ setting, from: props.from, to: props.to }}
            aria-describedby={describedBy}
            disabled={disabled || !props.ready}
            onConfirm={props.onSet}
          >
            {t(`changes:${setting}.set`)}
          </ConfirmedButton>
          {props.buttons?.({ disabled, 'aria-describedby': describedBy })}
        </Group>
      </form>
      <ChangeOutcome
        profile={profile}
        change={change}
        disabled={disabled}
        focusField={props.focusField}
      />
    </Panel>
  );
}
