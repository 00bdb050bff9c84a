import { Button, Group, Text, TextInput } from '@mantine/core';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../../../shared/model/change.ts';
import { maxArgumentLength } from '../../../../../shared/spcp/request.ts';
import { useApi } from '../../../../api/context.ts';
import { Panel } from '../../../../components/panel.tsx';
import { useNow } from '../../../../components/use-now.ts';
import { useFormat } from '../../../../format/use-format.ts';
import { ConfirmedButton } from '../confirmed-button.tsx';
import { ChangeOutcome } from '../outcome/change-outcome.tsx';
import {
  byteLength,
  type TransformationFault,
  transformationFault,
} from '../transformation-text.ts';
import { ValueText } from '../value-text.tsx';
import type { EditorProps } from './editor-props.ts';
import classes from './editors.module.css';
import { useChange } from './use-change.ts';

/** The transformation in force beside the one to set. */
export function TransformationEditor(
  props: EditorProps & {
    settings: Settings | null;
    /** Whether the proxy can be asked now: else what was read may be so no longer. */
    live: boolean;
  },
) {
  const { profile, settings, live, blocked, log } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const [text, setText] = useState('');
  const change = useChange(log, 'transformation', blocked !== null);
  const blockedId = useId();
  const field = useRef<HTMLInputElement>(null);
  const { id } = profile;
  const seen = settings?.transformation ?? null;
  const fault = transformationFault(text);
  const same = settings !== null && text === seen;
  const busy = change.progress.kind === 'busy';
  const disabled = blocked !== null || busy;

  const set = (next: string | null, confirmName: string | undefined): void =>
    change.run(
      () => client.call('change.transformation', { id, seen, next, confirmName }),
      (entry) => {
        if (entry.outcome === 'verified') setText('');
      },
    );

  const hint = faultText(t, fault) ?? (same ? t('changes:transformation.same') : null);
  const { progress } = change;
  return (
    <Panel
      level={3}
      title={t('changes:settings.transformation')}
      description={t('changes:transformation.what')}
    >
      <dl className={classes.current}>
        <dt>{t(live || settings === null ? 'changes:inForce' : 'changes:lastRead')}</dt>
        <dd data-testid="transformation-in-force">
          {settings === null ? (
            <Text span size="sm" c="dimmed" fs="italic">
              {t('changes:transformation.notRead')}
            </Text>
          ) : (
            <>
              <ValueText setting="transformation" value={seen} />
              <ReadAt at={settings.readAt} />
            </>
          )}
          {seen !== null && transformationFault(seen) === null && (
            <Button size="compact-xs" variant="subtle" onClick={() => setText(seen)}>
              {t('changes:transformation.edit')}
            </Button>
          )}
        </dd>
      </dl>
      <form onSubmit={(event) => event.preventDefault()}>
        <TextInput
          ref={field}
          label={t('changes:transformation.label')}
          placeholder="tr a-z A-Z"
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (progress.kind === 'done') change.forget();
          }}
          error={text !== '' && fault !== null ? hint : null}
          classNames={{ input: classes.mono }}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <Group justify="space-between" align="flex-start" wrap="nowrap" mt={4} gap="md">
          <Text size="xs" c="dimmed">
            {fault === null && same ? hint : t('changes:transformation.rule')}
          </Text>
          <Text
            size="xs"
            className={classes.length}
            c={fault?.kind === 'long' ? 'var(--mantine-color-error)' : 'dimmed'}
          >
            {t('changes:transformation.length', { used: byteLength(text), max: maxArgumentLength })}
          </Text>
        </Group>
        <Group gap="xs" mt="sm">
          <ConfirmedButton
            type="submit"
            size="xs"
            profile={profile}
            aria-describedby={blocked === null ? undefined : blockedId}
            disabled={disabled || fault !== null || same}
            onConfirm={(confirmName) => set(text, confirmName)}
          >
            {t('changes:transformation.set')}
          </ConfirmedButton>
          <ConfirmedButton
            size="xs"
            variant="default"
            profile={profile}
            aria-describedby={blocked === null ? undefined : blockedId}
            disabled={disabled || seen === null}
            onConfirm={(confirmName) => set(null, confirmName)}
          >
            {t('changes:transformation.clear')}
          </ConfirmedButton>
          {blocked !== null && (
            <Text size="xs" c="dimmed" id={blockedId}>
              {blocked}
            </Text>
          )}
        </Group>
      </form>
      <ChangeOutcome profile={profile} change={change} disabled={disabled} field={field} />
    </Panel>
  );
}

/** SPCP tells nobody of a change, so a value is as old as its reading. */
function ReadAt({ at }: { at: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  return (
    <Text span size="xs" c="dimmed" title={format.dateTime(at)}>
      {t('changes:readAgo', { ago: format.relative(at, Math.max(now, at)) })}
    </Text>
  );
}

function faultText(
  t: ReturnType<typeof useTranslation>['t'],
  fault: TransformationFault | null,
): string | null {
  return fault === null || fault.kind === 'empty'
    ? null
    : t(`changes:transformation.faults.${fault.kind}`, { ...fault });
}
