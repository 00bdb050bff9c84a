// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { PlanLink } from '../../../../renderer/views/shell/sidebar/plan-link.tsx';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';

async function show(...asks: readonly boolean[]) {
  const client = createFakeClient();
  client.call.mockResolvedValue(
    asks.map((each) => ({ asks: each, busy: 'holding', elsewhere: 'no', counts: {}, deeds: [] })),
  );
  renderWith({ client }, <PlanLink />);
  await settled();
}

it('says to everybody how many plans wait, and leads to them', async () => {
  await show(true, false, true);
  const link = screen.getByRole('link', { name: '2 plans wait for you' });
  expect(link.getAttribute('href')).toBe('#/plans');
});

it('is not there where none does', async () => {
  await show(false);
  expect(screen.queryByRole('link')).toBeNull();
});
