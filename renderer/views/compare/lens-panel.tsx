import { CloseButton, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { useProfiles } from '../../api/profiles.ts';
import { HowItWorks } from '../../components/help/how-it-works.tsx';
import { Panel } from '../../components/panel.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { ViewStates } from '../../components/view-states.tsx';
import { paths } from '../../routes.ts';
import { ChangeLens, type LensSpanName } from '../lens/change-lens.tsx';
import classes from './compare.module.css';

/** A control that Escape closes first. */
const open = '[aria-expanded="true"]';

/**
 * Before and after of a change that is marked in the comparison, beneath it. Escape closes it, and the mark has the focus again; a control in it that
 * has something open, or takes the key, has it for itself.
 */
export function LensPanel(props: { profile: ProfileEntry; at: number; onClose: () => void }) {
  const { profile, at, onClose } = props;
  const { t } = useTranslation();
  const profiles = useProfiles();
  const [span, setSpan] = useState<LensSpanName>('15m');
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    frame.current?.focus({ preventScroll: true });
    frame.current?.scrollIntoView({ block: 'nearest' });
    return () => {
      // Whoever went on elsewhere is left there.
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, []);
  return (
    <section
      ref={frame}
      className={classes.lens}
      aria-label={t('compare:lens.frame', { name: profile.name })}
      tabIndex={-1}
      onKeyDown={(event) => {
        const isTaken = event.defaultPrevented || event.currentTarget.querySelector(open) !== null;
        if (event.key === 'Escape' && !isTaken) onClose();
      }}
    >
      <Panel
        title={t('pages.lens')}
        description={t('lens:description')}
        aside={
          <Group gap="xs" wrap="nowrap">
            <HowItWorks of="lens" name={t('pages.lens')} />
            <RouteLink to={paths.lens(profile.id, at)} size="sm">
              {t('compare:lens.page')}
            </RouteLink>
            <CloseButton size="sm" aria-label={t('compare:lens.close')} onClick={onClose} />
          </Group>
        }
      >
        <ViewStates loaded={profiles}>
          {(list) => (
            <ChangeLens profile={profile} profiles={list} at={at} span={span} onSpan={setSpan} />
          )}
        </ViewStates>
      </Panel>
    </section>
  );
}
