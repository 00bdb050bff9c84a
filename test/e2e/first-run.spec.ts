import Pop3Command from 'node-pop3';
import { expect, test } from './support/app.ts';
import { cardOf, openDemo } from './support/pages.ts';

/** The first mail, as a POP3 client fetches it through a proxy. */
async function firstMail(port: number): Promise<string> {
  const client = new Pop3Command({
    host: '127.0.0.1',
    port,
    user: 'reader',
    password: 'any will do',
  });
  const mail = await client.RETR(1);
  await client.QUIT();
  return mail;
}

test('from the first start to a transformation that shows in the mail a POP3 client fetches', async ({
  app: { page, faults },
}) => {
  await expect(page.getByRole('heading', { name: 'Welcome to SPCP Console' })).toBeVisible();
  await page.getByRole('button', { name: 'Start the demo fleet' }).click();

  for (const name of ['Demo Madrid', 'Demo Lisboa', 'Demo Buenos Aires']) {
    await expect(cardOf(page, name)).toHaveAttribute('data-state', 'ready');
  }
  // Real traffic: the counters of a proxy rise while the board is watched.
  const madrid = cardOf(page, 'Demo Madrid');
  const before = await madrid.innerText();
  await expect.poll(() => madrid.innerText()).not.toBe(before);

  await madrid.getByRole('link', { name: 'Demo Madrid' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Demo Madrid' })).toBeVisible();
  const pop3 = await page.getByTestId('demo-pop3').innerText();
  const pop3Port = Number(pop3.split(':').at(-1));
  const plain = await firstMail(pop3Port);
  expect(plain).toMatch(/Subject:/);

  const inForce = page.getByTestId('transformation-in-force');
  await expect(inForce).toContainText('none');
  await page.getByLabel('New transformation').fill('tr a-z A-Z');
  await page.getByRole('button', { name: 'Set the transformation' }).click();
  await expect(page.getByText('Changed and verified').first()).toBeVisible();
  await expect(inForce).toContainText('tr a-z A-Z');

  const changed = await firstMail(pop3Port);
  expect(changed).toMatch(/SUBJECT:/);
  expect(changed).not.toMatch(/Subject:/);

  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(inForce).toContainText('none');
  expect(await firstMail(pop3Port)).toMatch(/Subject:/);
  expect(faults).toEqual([]);
});

test('a production proxy is locked, and wants its name typed', async ({ app: { page } }) => {
  await openDemo(page, 'Demo Buenos Aires');
  await expect(page.getByText('Production: locked')).toBeVisible();
  await page.getByLabel('New transformation').fill('rev');
  const set = page.getByRole('button', { name: 'Set the transformation' });
  await expect(set).toBeDisabled();

  await page.getByRole('button', { name: 'Unlock for 10 minutes' }).click();
  await set.click();
  const dialog = page.getByRole('dialog');
  const submit = dialog.getByRole('button', { name: 'Change it' });
  await dialog.getByRole('textbox').fill('Demo Buenos');
  await expect(submit).toBeDisabled();
  await dialog.getByRole('textbox').fill('Demo Buenos Aires');
  await submit.click();
  await expect(page.getByTestId('transformation-in-force')).toContainText('rev');
});
