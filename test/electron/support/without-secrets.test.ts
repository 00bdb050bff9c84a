import { expect, test } from 'vitest';
import { cleaned, withoutSecrets } from '../../../electron/support/without-secrets.ts';

test.each([
  'Authorization: Bearer hunter2.abc',
  "'authorization': 'Basic hunter2=='",
  'sent Bearer hunter2',
  'SPCP_PASSWORD=hunter2',
  'SPCP_VAULT_PASSPHRASE=hunter2',
  "{ accessToken: 'hunter2' }",
  'client_secret=hunter2',
  'passwd=hunter2',
  'pwd=hunter2',
  'apikey=hunter2',
  '--password hunter2',
  '[PASS hunter2]',
  'https://u:p/hunter2@h',
  'https://hooks.example/services/T0/hunter2',
  'https://h.example?key=hunter2',
  '{"password":"two hunter2"}',
  '{\\"password\\":\\"two hunter2\\"}',
  '{"password":"a\\"hunter2"}',
  "password: 'two hunter2 here'",
  'password=a,hunter2;hunter2&hunter2',
  'Cookie: a=1; session=hunter2',
  'X-SPCP-Signature: sha256=hunter2',
  'secret:     hunter2',
])('%s leaves no secret', (text) => {
  const once = withoutSecrets(text);
  expect(once).not.toContain('hunter2');
  expect(once).toContain('[secret]');
  expect(withoutSecrets(once)).toBe(once);
});

test.each([
  'connect ECONNREFUSED 192.0.2.7:9090',
  'the password is needed again',
  'at openLog (file:///opt/console/main.js:12:34)',
  'wrong password:\n    at open (main.js:1:2)',
  'https://example.org/',
])('%s stays', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

test('a secret is taken out wherever the text is cut', () => {
  for (let before = 60; before < 260; before += 1) {
    const text = `${'x '.repeat(before)}token=hunter2hunter2`;
    expect(cleaned(text, 200)).not.toContain('hunt');
  }
});
