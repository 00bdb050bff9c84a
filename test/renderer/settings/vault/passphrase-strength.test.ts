import { describe, expect, it } from 'vitest';
import { strengthOf } from '../../../../renderer/views/settings/vault/choose/passphrase-strength.ts';

describe('the strength of a passphrase', () => {
  it.each([
    ['', 'short'],
    ['Ab1!xyz', 'short'],
    ['abcdefgh', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['12345678901234567890', 'weak'],
    ['passwordpassword', 'weak'],
    ['Password1!', 'weak'],
    ['Contraseña2026', 'weak'],
    ['abcabcabcabcabcabc', 'weak'],
    ['kettle ro', 'weak'],
    ['Tq7#vm2!', 'fair'],
    ['kettle river fog', 'fair'],
    ['kettle river fog anvil drum', 'strong'],
    ['xR8!pQz#4mLw$9tKvB', 'strong'],
  ])('of %j is %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });

  it('falls by nothing that is added', () => {
    const order = ['short', 'weak', 'fair', 'strong'];
    const whole = 'kettle river fog anvil drum';
    for (let length = 1; length < whole.length; length++) {
      const before = order.indexOf(strengthOf(whole.slice(0, length)));
      expect(order.indexOf(strengthOf(whole.slice(0, length + 1)))).toBeGreaterThanOrEqual(before);
    }
  });
});
