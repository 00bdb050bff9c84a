import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconLock, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Plan, type StepState, stepStates } from '../../../shared/model/plan.ts';
import { SignLabel } from '../../components/sign-label.tsx';
import classes from './plans.module.css';
import { StepStateLabel } from './step-state.tsx';
import type { ShownSteps, StepFilter } from './use-shown-steps.ts';

/** How many targets are how far, each a switch that shows only these, and a search among them. */
export function StepFilters(props: { plan: Plan; locked: number; shown: ShownSteps }) {
  const { plan, locked } = props;
  const { only, setOnly, search, setSearch } = props.shown;
  const { t } = useTranslation();
  const countOf = (state: StepState): number => plan.counts[state] ?? 0;
  const chip = (filter: StepFilter, label: React.ReactNode) => (
    <Button
      key={filter}
      size="compact-sm"
      variant={only === filter ? 'light' : 'subtle'}
      color="gray"
      aria-pressed={only === filter}
      onClick={() => setOnly(only === filter ? null : filter)}
    >
      {label}
    </Button>
  );
  return (
    <>
      {stepStates
        .filter((state) => countOf(state) > 0)
        .map((state) => chip(state, <StepStateLabel state={state} count={countOf(state)} />))}
      {locked > 0 &&
        chip(
          'locked',
          <SignLabel
            look={{ icon: IconLock, color: 'var(--spcp-waiting)' }}
            word={`${t('plans:lockedSign')}: ${locked}`}
          />,
        )}
      <TextInput
        className={classes.search ?? ''}
        size="xs"
        value={search}
        onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        placeholder={t('plans:search')}
        aria-label={t('plans:search')}
        maxLength={200}
        spellCheck={false}
        leftSection={<IconSearch size={14} aria-hidden />}
        rightSection={
          search !== '' && (
            <CloseButton
              size="xs"
              aria-label={t('board:filter.clear')}
              onClick={() => setSearch('')}
            />
          )
        }
      />
    </>
  );
}
