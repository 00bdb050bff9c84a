import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../build/tool.ts';
import { cutSsh, missingForSsh, startSshServer } from '../support/sshd.ts';
import { expect, firstLine, interrupt, startProgram, test } from './support/app.ts';
import { violations } from './support/violations.ts';

test.beforeEach(({ browserName: _ }, info) => {
  const missing = missingForSsh();
  test.skip(missing !== null, missing ?? '');
  test.skip(info.project.name === 'desktop', 'the web shell is started with an ssh of its own');
});

test('a console on another machine is opened by ssh, shown in a frame, changed, lost and found again', async ({
  oneChromium,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'spcp-remote-e2e-'));
  const ssh = await startSshServer();
  const attach = join(home, 'spcp-console');
  const program = join(root, 'electron/spcp-console.ts');
  await writeFile(
    attach,
    `#!/bin/sh\necho "Welcome to the jump host"\nexec ${process.execPath} --disable-warning=ExperimentalWarning ${program} "$@"\n`,
  );
  await chmod(attach, 0o755);
  await mkdir(join(home, 'far'), { mode: 0o700 });
  await writeFile(
    join(home, 'far/roles.json'),
    JSON.stringify({ version: 1, socket: join(home, 'socket') }),
    { mode: 0o600 },
  );
  const far = startProgram('electron/serve.ts', [
    '--port',
    '0',
    '--no-open',
    '--data-dir',
    join(home, 'far'),
  ]);
  await firstLine(far);
  const near = startProgram(
    'electron/serve.ts',
    ['--port', '0', '--no-open', '--data-dir', join(home, 'near')],
    { PATH: ssh.path },
  );
  const url = await firstLine(near);
  const context = await (await oneChromium()).newContext({ locale: 'en-GB' });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForURL(({ search }) => search === '');
    await page.getByRole('link', { name: 'Consoles' }).click();
    await page.getByRole('button', { name: 'Open a remote console…' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Jump host');
    await page.getByRole('textbox', { name: 'SSH destination' }).fill('-oProxyCommand=x');
    await page.getByRole('textbox', { name: 'Command there' }).fill(attach);
    await page.getByRole('textbox', { name: 'Data directory there' }).fill(join(home, 'far'));
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('does not begin with a hyphen').first()).toBeVisible();
    await page.getByRole('textbox', { name: 'SSH destination' }).fill(ssh.destination);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Show Jump host here' }).click();

    const bar = page.getByRole('region', { name: 'Remote console' });
    await expect(bar).toContainText('Remote console: Jump host');
    await expect(bar.locator('[data-state]')).toHaveAttribute('data-state', 'open', {
      timeout: 60_000,
    });
    await expect(bar).toContainText('may administer');
    await expect(page).toHaveTitle(/^\[Jump host\]/);
    await expect.poll(() => violations(page)).toEqual([]);

    // What is set there is of that console alone.
    await page.getByRole('button', { name: 'Colours' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await bar.getByRole('button', { name: 'Back to this machine' }).click();
    await expect(bar).toBeHidden();
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
    await page.goBack();
    await expect(bar.locator('[data-state]')).toHaveAttribute('data-state', 'open', {
      timeout: 60_000,
    });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

    cutSsh(near.pid);
    await expect(bar.locator('[data-state]')).not.toHaveAttribute('data-state', 'open', {
      timeout: 60_000,
    });
    await expect(bar.locator('[data-state]')).toHaveAttribute('data-state', 'open', {
      timeout: 60_000,
    });
  } finally {
    await context.close();
    await interrupt(near);
    await interrupt(far);
    await ssh.close();
    await rm(home, { recursive: true, force: true });
  }
});
