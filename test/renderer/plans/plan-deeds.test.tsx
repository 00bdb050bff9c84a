// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PlanDeeds } from '../../../renderer/views/plans/plan-deeds.tsx';
import type { PlanDeed, PlanDeedKind } from '../../../shared/model/plan-deed.ts';
import { renderWith } from '../hooks.tsx';

const deed = (kind: PlanDeedKind, at: number, over: Partial<PlanDeed> = {}): PlanDeed => ({
  kind,
  at,
  actor: 'ana',
  shell: 'desktop',
  remote: null,
  approved: false,
  ...over,
});

const said = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

it('says who approved and stopped a plan, from where, and that it ended by itself', () => {
  renderWith(
    {},
    <PlanDeeds
      plan={{
        deeds: [
          deed('applied', 0, { approved: true }),
          deed('stopped', 1000, { actor: 'luis', shell: 'web', remote: 'Firefox' }),
          deed('over', 2000, { actor: null }),
        ],
      }}
    />,
  );
  const [approved, stopped, over] = said();
  expect(approved).toMatch(/^Approved and applied by ana · desktop app, /);
  expect(stopped).toMatch(/^Stopped by luis from Firefox · web, /);
  expect(over).toMatch(/^Ended by itself, /);
});

it('shows the last, and the earlier ones when asked; nothing for a plan that was never applied', () => {
  const { unmount } = renderWith(
    {},
    <PlanDeeds plan={{ deeds: Array.from({ length: 8 }, (_, at) => deed('stopped', at)) }} />,
  );
  expect(said()).toHaveLength(5);
  fireEvent.click(screen.getByRole('button', { name: '3 earlier' }));
  expect(said()).toHaveLength(8);
  unmount();
  renderWith({}, <PlanDeeds plan={{ deeds: [] }} />);
  expect(screen.queryByRole('list')).toBeNull();
});
