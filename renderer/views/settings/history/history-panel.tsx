import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preferences } from '../../../../shared/model/app-info.ts';
import {
  estimatedBytes,
  type HistoryKept,
  type HistoryLevel,
  keptChoices,
  keptMsOf,
} from '../../../../shared/model/history-kept.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { useCall } from '../../../api/use-call.ts';
import { Panel } from '../../../components/panel.tsx';
import { useNow } from '../../../components/use-now.ts';
import { ViewStates } from '../../../components/view-states.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { KeptTable } from './kept-table.tsx';
import { type Shortening, ShortenQuestion } from './shorten-question.tsx';

/** It is dropped about once a minute, and counting is not for nothing. */
const countedEveryMs = 60_000;

/** What the history holds, what it takes of the disk, and for how long each level of it is kept. */
export function HistoryPanel() {
  const { t } = useTranslation();
  const api = useApi();
  const preferences = usePreferences();
  const kept = useCall('history.kept', {}, { everyMs: countedEveryMs });
  const now = useNow();
  const [asked, setAsked] = useState<Shortening | null>(null);
  const set = (level: HistoryLevel, value: number) => api.setPreferences(changeOf(level, value));
  return (
    <Panel title={t('settings:history.title')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('settings:history.text')}
      </Text>
      <ViewStates loaded={kept}>
        {(value) => (
          <>
            <KeptTable
              kept={value}
              onChoose={(level, chosen) => {
                const since = value.levels.find((each) => each.level === level)?.since ?? null;
                const before = now - chosen * keptChoices[level].ms;
                if (since !== null && since < before) setAsked({ level, chosen, before });
                else set(level, chosen);
              }}
            />
            <Sizes kept={value} preferences={preferences} />
          </>
        )}
      </ViewStates>
      {asked !== null && (
        <ShortenQuestion
          asked={asked}
          onClose={() => setAsked(null)}
          onSure={() => {
            set(asked.level, asked.chosen);
            setAsked(null);
          }}
        />
      )}
    </Panel>
  );
}

/** The preference of a level, set to one of its choices. */
function changeOf(level: HistoryLevel, value: number): Partial<Preferences> {
  return { [keptChoices[level].preference]: value };
}

function Sizes({ kept, preferences }: { kept: HistoryKept; preferences: Preferences }) {
  const { t } = useTranslation();
  const format = useFormat();
  const profiles = useProfiles().value;
  const { fileBytes, freeBytes, proxies, counted } = kept;
  return (
    <Text component="div" size="sm" mt="xs">
      {fileBytes !== null && (
        <p>
          {t('settings:history.file', {
            size: format.bytes(fileBytes),
            free: format.bytes(freeBytes),
          })}
        </p>
      )}
      {profiles !== null && profiles.length > 0 && (
        <p>
          {t('settings:history.estimate', {
            count: profiles.length,
            size: format.bytes(
              estimatedBytes(
                keptMsOf(preferences),
                profiles.map(({ pollSeconds }) => pollSeconds * 1000),
              ),
            ),
          })}
        </p>
      )}
      {counted < proxies && <p>{t('settings:history.counted', { counted, proxies })}</p>}
    </Text>
  );
}
