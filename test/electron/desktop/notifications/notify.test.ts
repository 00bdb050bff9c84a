import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTopic } from '../../../../electron/base/topic.ts';
import { notifyOfAlerts } from '../../../../electron/desktop/notifications/notify.ts';
import type { Alert, AlertNews } from '../../../../shared/model/alert.ts';
import { desktopTexts } from '../../../../shared/texts/desktop.ts';
import { BrowserWindow, Notification } from '../../../support/electron-stub.ts';

vi.mock('electron', () => import('../../../support/electron-stub.ts'));

const id = '00000000-0000-4000-8000-00000000000a';
const open = vi.fn();
const acknowledge = vi.fn(async (_ids: readonly string[]) => null);
const faults: string[] = [];
let isWanted = true;
let news: ReturnType<typeof createTopic<AlertNews>>;

function about(profileName: string, ruleName = '', profileId = id): Alert['about'] {
  const condition = { kind: 'down', seconds: 60 } as const;
  const rule = { kind: 'rule', ruleId: `rule ${ruleName}`, ruleName, condition } as const;
  return { ...rule, profileId, profileName, value: null, usual: null };
}

let count = 0;
function newsOf(kind: AlertNews['kind'], abouts: readonly Alert['about'][]): AlertNews {
  return { kind, alerts: abouts.map((each) => ({ id: `alert ${count++}`, about: each }) as Alert) };
}

/** Publishes, and waits until it was looked at whether notifications are wanted. */
async function tell(told: AlertNews): Promise<AlertNews> {
  news.publish(told);
  await Promise.resolve();
  await Promise.resolve();
  return told;
}

const shown = () => Notification.shown.filter(({ closed }) => !closed);
const said = () => shown().map(({ options: { title, body } }) => ({ title, body }));

beforeEach(() => {
  vi.clearAllMocks();
  Notification.shown = [];
  BrowserWindow.opened = [];
  faults.length = 0;
  isWanted = true;
  count = 0;
  news = createTopic<AlertNews>();
  notifyOfAlerts({
    news,
    texts: desktopTexts('en'),
    isWanted: async () => isWanted,
    open,
    acknowledge,
    logFault: (what) => faults.push(what),
  });
});

describe('alerts', () => {
  it('are told by the system, those of one rule in one line', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    await tell(
      newsOf(
        'fired',
        names.map((name) => about(name)),
      ),
    );
    expect(said()).toEqual([{ title: 'Alert', body: 'Not reached: a, b, c, d, e, f +1' }]);
  });

  it('are told as one while their notification is there, and what was told first comes after', async () => {
    await tell(newsOf('fired', [about('a')]));
    await tell(newsOf('fired', [about('b', 'Nights')]));
    await tell(newsOf('fired', [{ kind: 'own-network', lost: 4, watched: 4 }]));
    expect(said()).toEqual([
      {
        title: 'Alert',
        body: `${desktopTexts('en').ownNetwork}\nNights: Not reached: b\nNot reached: a`,
      },
    ]);
    shown()[0]?.emit('close', {});
    await tell(newsOf('fired', [about('c')]));
    expect(said().at(-1)).toEqual({ title: 'Alert', body: 'Not reached: c' });
  });

  it('that are over are told as that, and no more as firing', async () => {
    const { alerts } = await tell(newsOf('fired', [about('a', 'Nights')]));
    await tell({ kind: 'over', alerts });
    expect(said()).toEqual([{ title: 'Alert over', body: 'Nights: Not reached: a' }]);
    expect(shown()[0]?.options.actions).toEqual([]);
  });

  it('are not told while a window has the focus, nor where their user wants none', async () => {
    isWanted = false;
    await tell(newsOf('fired', [about('a')]));
    isWanted = true;
    new BrowserWindow({ webPreferences: {} }).focus();
    await tell(newsOf('fired', [about('a')]));
    expect(Notification.shown).toEqual([]);
  });
});

describe('a notification', () => {
  it('opens the page of its proxy, or the list where it is about several', async () => {
    await tell(newsOf('fired', [about('a'), about('a', 'Nights')]));
    shown()[0]?.emit('click');
    expect(open).toHaveBeenLastCalledWith({ page: 'proxy', id, search: new Map() });
    await tell(newsOf('fired', [about('a'), about('b', '', id.replace('a', 'b'))]));
    Notification.shown.at(-1)?.emit('action', { actionIndex: 1 });
    expect(open).toHaveBeenLastCalledWith({ page: 'alerts', id: null, search: new Map() });
    await tell(newsOf('fired', [{ kind: 'own-network', lost: 4, watched: 4 }]));
    Notification.shown.at(-1)?.emit('click');
    expect(open).toHaveBeenLastCalledWith({ page: 'alerts', id: null, search: new Map() });
  });

  it('acknowledges all that it tells of, and tells of them no more', async () => {
    await tell(newsOf('fired', [about('a')]));
    await tell(newsOf('fired', [about('b')]));
    expect(shown()[0]?.options.actions?.map(({ text }) => text)).toEqual(['Acknowledge', 'Show']);
    shown()[0]?.emit('action', { actionIndex: 0 });
    expect(acknowledge).toHaveBeenCalledExactlyOnceWith(['alert 1', 'alert 0']);
    expect(open).not.toHaveBeenCalled();
    await tell(newsOf('fired', [about('c')]));
    expect(said().at(-1)?.body).toBe('Not reached: c');
  });

  it('that fails, and an acknowledgement that does, are in the log', async () => {
    acknowledge.mockRejectedValueOnce(new Error('full disk'));
    await tell(newsOf('fired', [about('a')]));
    shown()[0]?.emit('action', { actionIndex: 0 });
    await tell(newsOf('fired', [about('a')]));
    Notification.shown.at(-1)?.emit('failed', {}, 'no service');
    expect(faults).toEqual(['acknowledging alerts', 'showing a notification']);
  });
});
