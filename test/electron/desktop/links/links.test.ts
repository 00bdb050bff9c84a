import { beforeEach, describe, expect, test, vi } from 'vitest';
import { collectLinks } from '../../../../electron/desktop/links/collect-links.ts';
import { openLinks } from '../../../../electron/desktop/links/open-link.ts';
import { registerScheme } from '../../../../electron/desktop/links/register-scheme.ts';
import { handOver, takeOver } from '../../../../electron/desktop/links/second-start.ts';
import { createTeller } from '../../../../electron/desktop/tell.ts';
import { AppError } from '../../../../shared/errors.ts';
import { desktopTexts } from '../../../../shared/texts/desktop.ts';
import { app, dialog } from '../../../support/electron-stub.ts';

vi.mock('electron', () => import('../../../support/electron-stub.ts'));

const texts = desktopTexts('en');
const show = vi.fn(async () => {});
const lead = vi.fn(async (_address: object) => {});
const faults: string[] = [];

beforeEach(() => {
  vi.clearAllMocks();
  app.removeAllListeners();
  dialog.questions.length = 0;
  faults.length = 0;
});

const follow = () =>
  openLinks({
    windows: { show, lead },
    texts,
    teller: createTeller(texts, (what) => faults.push(what)),
  });

describe('links', () => {
  test('that macOS hands over before the app is ready wait for it, and are taken from the system', () => {
    const links = collectLinks();
    const preventDefault = vi.fn();
    app.emit('open-url', { preventDefault }, 'spcp-console://wall');
    links.add('spcp-console://alerts');
    const opened: string[] = [];
    links.follow((link) => opened.push(link));
    app.emit('open-url', { preventDefault }, 'spcp-console://fleet');
    expect(opened).toEqual([
      'spcp-console://wall',
      'spcp-console://alerts',
      'spcp-console://fleet',
    ]);
    expect(preventDefault).toHaveBeenCalledTimes(2);
  });

  test('lead a window to the page that they name', () => {
    follow()('spcp-console://wall');
    expect(lead).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ page: 'wall' }));
    expect(dialog.questions).toEqual([]);
  });

  test.each(['spcp-console://settings', 'spcp-console://x'.repeat(1000), 'javascript:alert(1)'])(
    'of another form open nothing, and are told once, in one sentence without their text: %.40s',
    async (link) => {
      const open = follow();
      for (let i = 0; i < 5; i++) open(link);
      expect(lead).not.toHaveBeenCalled();
      expect(dialog.questions).toEqual([expect.objectContaining({ message: texts.badLink })]);
      expect(JSON.stringify(dialog.questions)).not.toContain(link);
    },
  );

  test('that no window can be opened for say why', async () => {
    const full = new AppError('invalid-input', { case: 'windows', limit: 20 });
    lead.mockRejectedValueOnce(full);
    follow()('spcp-console://wall');
    await expect.poll(() => dialog.questions).toHaveLength(1);
    expect(dialog.questions[0]).toMatchObject({
      message: texts.notOpened,
      detail: expect.stringContaining('20 windows are open'),
    });
  });
});

describe('a second start', () => {
  test('hands over its link and whether it wants the demo', () => {
    const start = { demo: true, link: 'spcp-console://wall' };
    expect(takeOver(structuredClone(handOver(start)))).toEqual(start);
  });

  test('hands over of a link that is too long only what shows that it is', () => {
    const { link } = handOver({ demo: false, link: `spcp-console://${'w'.repeat(100_000)}` });
    expect(link?.length).toBeLessThan(10_000);
    follow()(link ?? '');
    expect(lead).not.toHaveBeenCalled();
    expect(dialog.questions).toHaveLength(1);
  });

  test.each([null, undefined, 7, 'spcp-console://wall', {}, { demo: 1, link: null }, { link: {} }])(
    'that hands over something else is only a start: %j',
    (handed) => {
      expect(takeOver(handed)).toEqual({ demo: false, link: null });
    },
  );
});

test('Windows is told of the scheme by the installed app, and to put nothing of a link among the options', () => {
  app.schemes = [];
  registerScheme('win32');
  app.isPackaged = true;
  registerScheme('linux');
  registerScheme('win32');
  app.isPackaged = false;
  expect(app.schemes).toEqual([['spcp-console', process.execPath, ['--']]]);
});
