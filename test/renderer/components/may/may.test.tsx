// @vitest-environment happy-dom
import { Button, Menu, Switch } from '@mantine/core';
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Allowed } from '../../../../renderer/components/may/allowed.tsx';
import { AskerProvider } from '../../../../renderer/components/may/asker-provider.tsx';
import { May } from '../../../../renderer/components/may/may.tsx';
import { WhoSign } from '../../../../renderer/views/shell/sidebar/who-sign.tsx';
import type { Role } from '../../../../shared/model/roles.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';

const act = vi.fn();

async function show(role: Role, language: 'en' | 'es' = 'en') {
  act.mockClear();
  const client = createFakeClient();
  const console = { user: 'root', machine: 'jump' };
  client.call.mockResolvedValue({ user: 'ana', remote: null, role, console });
  renderWith(
    { client },
    <AskerProvider>
      <WhoSign />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act();
        }}
      >
        <May needs="operate">
          <Button type="submit">apply</Button>
        </May>
      </form>
      <May needs="operate">
        <Button component="a" href="#/plans/new">
          new plan
        </Button>
      </May>
      <May needs="administer">
        <Switch label="rule" checked={false} onChange={act} />
      </May>
      <Menu opened withinPortal={false}>
        <May needs="administer">
          <Button onClick={act}>outside</Button>
        </May>
        <Menu.Dropdown>
          <May needs="administer">
            <Menu.Item onClick={act}>remove</Menu.Item>
          </May>
        </Menu.Dropdown>
      </Menu>
      <Allowed needs="administer">
        <input aria-label="name" />
        <button type="button" onClick={act}>
          save
        </button>
      </Allowed>
    </AskerProvider>,
    language,
  );
  await settled();
}

const controls = () => [
  screen.getByRole('button', { name: 'apply' }),
  screen.getByRole('link', { name: 'new plan' }),
  screen.getByRole('switch', { name: 'rule' }),
  screen.getByRole('button', { name: 'outside' }),
  screen.getByRole('menuitem', { name: 'remove' }),
];

describe('a control that acts', () => {
  it('does nothing for who may not, keeps its place in the order of focus, and says what it needs', async () => {
    await show('view');
    for (const control of controls()) {
      fireEvent.click(control);
      expect(control.getAttribute('aria-disabled')).toBe('true');
      expect(control.hasAttribute('disabled')).toBe(false);
      const said = document.getElementById(control.getAttribute('aria-describedby') ?? '');
      expect(said?.textContent).toMatch(/^Needs the role “(operate|administer)”\. Ask whoever/);
      control.focus();
      expect(document.activeElement).toBe(control);
    }
    expect(act).not.toHaveBeenCalled();
    const [, link] = controls();
    expect(link && fireEvent.click(link), 'a link leads nowhere').toBe(false);
  });

  it('says so in Spanish too', async () => {
    await show('view', 'es');
    expect(document.getElementById('needs-operate')?.textContent).toBe(
      'Hace falta el rol «operar». Pídalo a quien administra esta consola.',
    );
  });

  it('acts for who may, and what wants more does not', async () => {
    await show('operate');
    const [apply, link, rule] = controls();
    for (const control of [apply, link, rule]) if (control) fireEvent.click(control);
    expect(act).toHaveBeenCalledTimes(1);
    expect(apply?.getAttribute('aria-disabled')).not.toBe('true');
    expect(rule?.getAttribute('aria-disabled')).toBe('true');
  });

  it('is as it was for who administers', async () => {
    await show('administer');
    for (const control of controls()) fireEvent.click(control);
    fireEvent.click(screen.getByRole('button', { name: 'save' }));
    expect(act).toHaveBeenCalledTimes(5);
    expect(document.querySelector('[data-refused], fieldset, [data-role]')).toBeNull();
    expect(document.body.textContent).not.toContain('Needs the role');
  });

  it('is off with what surrounds it, under the reason', async () => {
    await show('operate');
    const [set] = screen.getAllByRole('group');
    expect(set?.textContent).toMatch(/^Needs the role “administer”/);
    expect(set).toHaveProperty('disabled', true);
    for (const inside of [screen.getByLabelText('name'), screen.getByText('save')])
      expect(set?.contains(inside)).toBe(true);
  });
});

describe('who sits here', () => {
  it.each(['view', 'operate'] as const)(
    'is said of the role %s, with whose console',
    async (role) => {
      await show(role);
      const sign = document.querySelector(`[data-role="${role}"]`);
      expect(sign?.textContent).toBe(`ana · ${role}`);
      expect(sign?.getAttribute('aria-description')).toContain('console of root on jump');
    },
  );
});
