import { expect, it, onTestFinished } from 'vitest';
import {
  preferencesFor,
  preferencesHandlers,
} from '../../../../electron/ipc/handlers/preferences.ts';
import { openPreferences } from '../../../../electron/store/documents/preferences.ts';
import { roles } from '../../../../shared/model/roles.ts';
import { usualPreferences } from '../../../../shared/model/usual-preferences.ts';
import { callerWith } from '../../../support/caller.ts';
import { temporaryDirectory } from '../../store/temporary-directory.ts';

it('shows what the owner did last, and tries things with, to whoever administers alone', async () => {
  const { store } = await openPreferences(temporaryDirectory());
  onTestFinished(store.close);
  const metrics = { ...usualPreferences.metrics, cert: '/etc/ssl/here.pem' };
  await store.set({
    recentCommands: ['open-profile'],
    sampleMail: 'Subject: confidential',
    metrics,
  });
  const handlers = preferencesHandlers(store);
  for (const role of roles) {
    const caller = callerWith({ role });
    const seen = await handlers['preferences.get']({}, caller, caller.gone);
    expect(seen).toEqual(preferencesFor(store.get(), caller));
    const { recentCommands, sampleMail, metrics: shown, ...others } = seen;
    expect([recentCommands, sampleMail, shown]).toEqual(
      role === 'administer'
        ? [['open-profile'], 'Subject: confidential', metrics]
        : [[], '', usualPreferences.metrics],
    );
    expect(store.get()).toMatchObject(others);
  }
});
