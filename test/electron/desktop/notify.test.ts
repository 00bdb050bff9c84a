import { expect, it, vi } from 'vitest';
import { createTopic } from '../../../electron/base/topic.ts';
import { notifyOfAlerts } from '../../../electron/desktop/notify.ts';
import type { Alert, AlertNews } from '../../../shared/model/alert.ts';
import { desktopTexts } from '../../../shared/texts/desktop.ts';
import { BrowserWindow, Notification } from '../../support/electron-stub.ts';

vi.mock('electron', () => import('../../support/electron-stub.ts'));

function about(profileName: string, ruleName = ''): Alert['about'] {
  const id = '00000000-0000-4000-8000-000000000001';
  const condition = { kind: 'down', seconds: 60 } as const;
  const rule = { kind: 'rule', ruleId: id, ruleName, condition } as const;
  return { ...rule, profileId: id, profileName, value: null, usual: null };
}

function newsOf(kind: AlertNews['kind'], abouts: readonly Alert['about'][]): AlertNews {
  return { kind, alerts: abouts.map((each) => ({ about: each }) as Alert) };
}

it('tells of alerts where no window has the focus, and opens one when it is clicked', () => {
  const news = createTopic<AlertNews>();
  const show = vi.fn();
  notifyOfAlerts(news, desktopTexts('en'), show);
  news.publish(
    newsOf(
      'fired',
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => about(name)),
    ),
  );
  news.publish(newsOf('over', [about('a', 'Nights')]));
  news.publish(newsOf('fired', [{ kind: 'own-network', lost: 4, watched: 4 }]));
  expect(Notification.shown.map(({ options }) => options)).toEqual([
    { title: 'Alert', body: 'Not reached: a, b, c, d, e, f +1' },
    { title: 'Alert over', body: 'Nights: Not reached: a' },
    { title: 'Alert', body: expect.stringContaining('The network of this machine') },
  ]);
  Notification.shown[0]?.emit('click');
  expect(show).toHaveBeenCalledOnce();

  const window = new BrowserWindow({ webPreferences: {} });
  window.focused = true;
  BrowserWindow.opened.push(window);
  news.publish(newsOf('fired', [about('a')]));
  expect(Notification.shown).toHaveLength(3);
});
