// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CallError } from '../../../../renderer/api/client.ts';
import type { Feed } from '../../../../renderer/api/feed.ts';
import { keepLive } from '../../../../renderer/api/live.ts';
import { createQueries } from '../../../../renderer/api/queries.ts';
import { createStore } from '../../../../renderer/api/store.ts';
import { VaultPanel } from '../../../../renderer/views/settings/vault/vault-panel.tsx';
import { AppError } from '../../../../shared/errors.ts';
import { passphraseLength, type VaultState } from '../../../../shared/model/vault.ts';
import { createFakeClient } from '../../fake-client.ts';
import { renderWith, settled } from '../../hooks.tsx';
import { profileOf } from '../../snapshots.ts';
import { vaultOf } from '../../vaults.ts';

// The field that grows with its text asks it when fonts are there.
Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });

const saved = ['Madrid', 'Toledo'].map((name) => ({
  ...profileOf(name),
  savedPassword: 'here' as const,
}));

async function setUp(vault: VaultState, answers: Readonly<Record<string, () => unknown>> = {}) {
  const client = createFakeClient();
  const queries = createQueries();
  keepLive(client, queries, () => undefined);
  client.call.mockImplementation(async (name: string) => {
    const answer = answers[name];
    if (answer !== undefined) return answer();
    return name === 'profiles.list' ? saved : vault;
  });
  const feed = createStore<Feed>({ kind: 'fed' });
  renderWith({ client, queries, feed }, <VaultPanel />);
  await settled();
  return {
    client,
    row: (kind: string) => document.querySelector<HTMLElement>(`[data-kind="${kind}"]`),
    async press(name: string | RegExp) {
      fireEvent.click(screen.getByRole('button', { name }));
      await settled();
    },
    async type(label: string | RegExp, value: string) {
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
      await settled();
    },
    sent: (call: string) =>
      client.call.mock.calls.filter(([name]) => name === call).map(([, input]) => input),
  };
}

describe('the choice of a vault', () => {
  it('says which is in use, and why one cannot be had', async () => {
    const { row } = await setUp(
      vaultOf({
        offered: [
          { kind: 'keychain', refused: 'policy' },
          { kind: 'session', refused: null },
        ],
      }),
    );
    expect(screen.getByText('In use: This session only')).toBeTruthy();
    expect(row('session')?.dataset.offer).toBe('in-use');
    expect(row('keychain')?.textContent).toContain('the administrators of this machine');
    expect(screen.queryByRole('button', { name: /^Use/ })).toBeNull();
  });

  it('takes a passphrase only when it is good and the same twice, after it said what becomes of what is saved', async () => {
    const { press, type, sent } = await setUp(vaultOf());
    await press('Use: Passphrase vault');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText('Nobody can recover this passphrase')).toBeTruthy();
    expect(dialog.getByText(/saved passwords of 2 profiles are taken along/)).toBeTruthy();
    const submit = dialog.getByRole<HTMLButtonElement>('button', { name: 'Use from now on' });
    expect(
      dialog.getByText(`At least ${passphraseLength.least} characters`, { exact: false }),
    ).toBeTruthy();
    await type('New passphrase', 'aaaaaaaaaaaa');
    await type('The same once more', 'aaaaaaaaaaaa');
    expect(dialog.getByText(/Too easy to guess/)).toBeTruthy();
    expect(submit.disabled).toBe(true);
    await type('New passphrase', 'kettle river fog');
    expect(dialog.getByText('Not the same as above.')).toBeTruthy();
    expect(submit.disabled).toBe(true);
    await type('The same once more', 'kettle river fog');
    fireEvent.click(submit);
    await settled();
    expect(sent('vault.choose')).toEqual([
      { choice: { kind: 'passphrase', passphrase: 'kettle river fog', idleMinutes: 15 } },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows how a command is divided, tries it, and takes it', async () => {
    let failing = true;
    const { press, type, sent } = await setUp(vaultOf(), {
      'vault.tryCommand': () => {
        if (!failing) return null;
        const detail = {
          case: 'exit',
          silent: false,
          program: 'pass',
          exitCode: 1,
          said: 'no such entry',
        } as const;
        throw new CallError(new AppError('vault-command-failed', detail).toValue());
      },
    });
    await press('Use: External command');
    await type('Command', 'pass show "spcp/{host} {user}"');
    const parts = [...screen.getByTestId('split-command').querySelectorAll('li')];
    expect(parts.map((part) => part.textContent)).toEqual(['pass', 'show', 'spcp/{host} {user}']);
    await press('Try');
    expect(screen.getByRole('alert').textContent).toContain('no such entry');
    failing = false;
    await press('Try');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText(/A password came for Madrid/)).toBeTruthy();
    await press('Use from now on');
    const command = {
      arguments: ['pass', 'show', 'spcp/{host} {user}'],
      timeoutSeconds: 30,
      cacheMinutes: 15,
    };
    expect(sent('vault.tryCommand').at(-1)).toEqual({ command, id: saved[0]?.id });
    expect(sent('vault.choose')).toEqual([{ choice: { kind: 'command', command } }]);
  });

  it('refuses a command that cannot be divided or names what there is not, and takes over a recipe', async () => {
    const { press, type } = await setUp(vaultOf());
    await press('Use: External command');
    await type('Command', 'pass show "x');
    expect(screen.getByText('A quote is not closed.')).toBeTruthy();
    await type('Command', 'pass show {pass}');
    expect(screen.getByText(/There is no {pass}/)).toBeTruthy();
    expect(screen.queryByText(/does not hang on {host}/)).toBeNull();
    await type('Command', 'pass show x | head -1');
    expect(screen.getByText(/does not hang on {host}/)).toBeTruthy();
    expect(screen.getByText(/No shell runs this: \| is passed on/)).toBeTruthy();
    fireEvent.click(document.querySelector('[data-recipe="op"] button') as HTMLElement);
    await settled();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Command').value).toContain('op read');
  });

  it('that fails stays open, with what went wrong and what was typed', async () => {
    const { press } = await setUp(vaultOf({ kind: 'passphrase', persistent: true }), {
      'vault.choose': () => {
        throw new CallError(new AppError('vault-locked', { case: 'app' }).toValue());
      },
    });
    await press('Use: This session only');
    expect(screen.getByText(/passwords are forgotten whenever the console ends/)).toBeTruthy();
    await press('Use from now on');
    expect(within(screen.getByRole('alert')).getByRole('button', { name: 'Unlock' })).toBeTruthy();
  });
});

describe('a passphrase vault in use', () => {
  const vault = vaultOf({ kind: 'passphrase', persistent: true, idleMinutes: 7 });

  it('is locked by hand, and locks after another time', async () => {
    const { press, type, sent } = await setUp(vault);
    await press('Lock now');
    expect(sent('vault.lock')).toHaveLength(1);
    expect(
      screen.getByRole<HTMLOptionElement>('option', { name: 'after 7 minutes' }).selected,
    ).toBe(true);
    await type(/Lock by itself/, '');
    expect(sent('vault.setIdle')).toEqual([{ idleMinutes: null }]);
  });

  it('gets another passphrase for the old one and a good new one', async () => {
    const { press, type, sent } = await setUp(vault, {
      'vault.changePassphrase': () => {
        throw new CallError(new AppError('wrong-passphrase', {}).toValue());
      },
    });
    await press('Change the passphrase');
    await type('Passphrase until now', 'before');
    await type('New passphrase', 'kettle river fog');
    await type('The same once more', 'kettle river fog');
    await press('Change');
    expect(sent('vault.changePassphrase')).toEqual([{ old: 'before', next: 'kettle river fog' }]);
    expect(screen.getByText(/This is not the passphrase/)).toBeTruthy();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('that is locked is unlocked before another is chosen, and is removed where its passphrase is lost', async () => {
    const { press, type, sent } = await setUp({ ...vault, locked: true });
    await press('Use: This session only');
    expect(screen.getByText(/Unlock it first/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Use from now on' })).toBeNull();
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    await settled();
    await press('Passphrase lost…');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Forget them' }).disabled).toBe(
      true,
    );
    await type(/Type “forget”/, 'Forget');
    await press('Forget them');
    expect(sent('vault.forget')).toHaveLength(1);
  });
});

describe('an external command in use', () => {
  const command = { arguments: ['pass', 'show', '{host}'], timeoutSeconds: 30, cacheMinutes: 0 };
  const vault = vaultOf({ kind: 'command', persistent: true, command });

  it('that another program wrote is said, and agreed to as it is shown', async () => {
    const { press, sent } = await setUp({ ...vault, agreed: false });
    expect(screen.getByText('Another program changed this command')).toBeTruthy();
    expect(screen.getByText('pass show {host}')).toBeTruthy();
    await press('Agree to this command');
    expect(sent('vault.agreeCommand')).toEqual([{ arguments: command.arguments }]);
  });

  it('offers to forget a passphrase vault that rests', async () => {
    const { press, type, sent } = await setUp({ ...vault, resting: 'passphrase' });
    expect(screen.queryByRole('button', { name: 'Agree to this command' })).toBeNull();
    await press('Passphrase lost…');
    await type(/Type “forget”/, 'forget');
    await press('Forget them');
    expect(sent('vault.forget')).toHaveLength(1);
  });

  it('offers to forget nothing where no passphrase vault rests', async () => {
    await setUp(vault);
    expect(screen.queryByRole('button', { name: 'Passphrase lost…' })).toBeNull();
  });
});
