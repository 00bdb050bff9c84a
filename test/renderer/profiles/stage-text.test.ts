import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../renderer/format/format.ts';
import { languages, startTranslations } from '../../../renderer/i18n.ts';
import { stageText } from '../../../renderer/views/profiles/stage-text.ts';
import { findingCodes, type StageResult } from '../../../shared/model/connection-test.ts';

/** Every fact that a finding may name. */
const facts = {
  address: '192.0.2.1',
  family: 4,
  host: 'proxy.example',
  port: 9090,
  udpPort: 9899,
  count: 1,
  others: null,
  from: '192.0.2.9',
  where: 'proxy.example:9090',
  user: 'operator',
  command: 'user',
  status: 'generalError',
  timeoutMs: 5000,
  rule: 'truncated',
  reason: 'x',
  version: 'OpenSSH 9',
  sshDestination: 'jump.example',
  connections: '12',
  transferredBytes: '1234567',
  accesses: '99',
  roundTripMs: 0.42,
  auto: false,
};
const failed = (code: StageResult['finding']): StageResult => ({
  stage: 'login',
  outcome: 'failed',
  ms: 1,
  finding: code,
  error: { code: 'connect-timeout', message: '' },
});

describe.each(languages)('findings in %s', (language) => {
  const { t } = startTranslations(language);
  const format = createFormat(language);

  it.each(findingCodes)('are said in a whole sentence: %s', (code) => {
    const { finding } = stageText(t, format, failed({ code, detail: facts }));
    expect(finding).not.toContain('{{');
    expect(finding).not.toContain('findings.');
    expect(finding).toMatch(/\.$/);
  });

  it.each(findingCodes)('have a remedy where they are a failure: %s', (code) => {
    const { remedy } = stageText(t, format, failed({ code, detail: facts }));
    expect(remedy).not.toBe('');
    expect(remedy).not.toContain('{{');
    expect(remedy).not.toContain('remedies.');
  });
});

describe('a stage', () => {
  const { t } = startTranslations('en');
  const format = createFormat('en');

  it('groups the digits of counters and words a command', () => {
    const read = stageText(t, format, failed({ code: 'metrics-read', detail: facts }));
    expect(read.finding).toContain('1,234,567 bytes');
    const silent = stageText(t, format, failed({ code: 'no-reply', detail: facts }));
    expect(silent.finding).toBe('No answer to “USER” within 5 s.');
  });

  it('has no remedy where it went well', () => {
    const result: StageResult = {
      ...failed({ code: 'logged-in', detail: facts }),
      outcome: 'ok',
      error: null,
    };
    expect(stageText(t, format, result).remedy).toBe('');
  });

  it('warns of the stock password although it went well', () => {
    const result: StageResult = {
      ...failed({ code: 'logged-in-stock', detail: facts }),
      outcome: 'ok',
      error: null,
    };
    expect(stageText(t, format, result).remedy).toContain('Every deployed server');
  });

  it('that was skipped has nothing to say', () => {
    const result: StageResult = { ...failed(null), outcome: 'skipped', error: null };
    expect(stageText(t, format, result)).toEqual({ finding: '', remedy: '' });
  });
});
