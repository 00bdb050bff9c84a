import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLinkLike, linkTo, parseLink } from '../../../shared/address/app-link.ts';
import { parseWindowAddress, writeWindowAddress } from '../../../shared/address/window-address.ts';

const a = '00000000-0000-4000-8000-00000000000a';
const b = '00000000-0000-4000-8000-00000000000b';

function addressOf(link: string): string | null {
  const address = parseLink(link);
  return address && writeWindowAddress(address);
}

describe('a link', () => {
  it.each([
    [`spcp-console://proxy/${a}`, `/proxies/${a}`],
    [`SPCP-Console://Proxy/${a.toUpperCase()}`, `/proxies/${a}`],
    [`spcp-console://proxy/${a}?range=24h`, `/proxies/${a}?range=24h`],
    [
      `spcp-console://compare?ids=${a},${b}&metric=roundTripMs`,
      `/compare?ids=${a},${b}&metric=roundTripMs`,
    ],
    [`spcp-console://compare/?ids=${a}%2C${b}`, `/compare?ids=${a},${b}`],
    ['spcp-console://wall', '/wall'],
    ['spcp-console://wall/?group=folder', '/wall?group=folder'],
    ['spcp-console://fleet?text=is%3Atrouble', '/?text=is%3Atrouble'],
    ['spcp-console://alerts', '/alerts'],
    [`spcp-console://plan/${a}`, `/plans/${a}`],
  ])('%s leads to %s', (link, address) => {
    expect(addressOf(link)).toBe(address);
  });

  it('that is about a change opens the form of a plan, and takes nothing that would be sent', () => {
    expect(addressOf(`spcp-console://change?by=proxy&proxy=${a}`)).toBe(
      `/plans/new?by=proxy&proxy=${a}`,
    );
    expect(addressOf(`spcp-console://change?proxy=${a}&transformation=cat`)).toBeNull();
    expect(addressOf(`spcp-console://plan/${a}?approve=yes`)).toBeNull();
  });

  it.each([
    '',
    'spcp-console:',
    'spcp-console://',
    'spcp-console:wall',
    'spcp-console:///wall',
    'spcp-console://settings',
    'spcp-console://__proto__',
    'spcp-console://proxy',
    'spcp-console://proxy/',
    'spcp-console://proxy/7',
    `spcp-console://proxy/${a}/`,
    `spcp-console://proxy/${a}/lens`,
    `spcp-console://proxy/../${a}`,
    `spcp-console://proxy/%30${a.slice(1)}`,
    `spcp-console://wall/${a}`,
    `spcp-console://user@proxy/${a}`,
    `spcp-console://proxy:80/${a}`,
    `spcp-console://proxy/${a}#/settings`,
    `spcp-console://proxy/${a}?range=24h#x`,
    `spcp-console://proxy/${a}?range=24h&range=1h`,
    `spcp-console://proxy/${a}?range`,
    `spcp-console://proxy/${a}?nobody=1`,
    'spcp-console://fleet?text=%',
    'spcp-console://fleet?text=%00',
    'spcp-console://fleet?text=%0a',
    'spcp-console://fleet?text=%E2%80%AE',
    'spcp-console://fleet?text=%E2%80%8B',
    'spcp-console://fleet?text=%E2%80%A8',
    `spcp-console://fleet?text=${'!'.repeat(5900)}`,
    'spcp-console://fleet?text=a b',
    'spcp-console://fleet?text=ñ',
    'spcp-console://wall\n',
    ' spcp-console://wall',
    'spcp-console://wall --demo',
    'https://wall',
    'javascript:alert(1)',
    `spcp-console://compare?ids=${'a,'.repeat(5000)}`,
    `spcp-console://${'w'.repeat(10_000)}`,
  ])('of another form is none: %s', (link) => {
    expect(parseLink(link)).toBeNull();
  });

  it('is read, or is none, whatever it holds, and never throws', () => {
    const near = fc
      .tuple(
        fc.constantFrom('spcp-console://', 'spcp-console:', 'SPCP-CONSOLE://', ''),
        fc.constantFrom('proxy', 'compare', 'wall', 'fleet', 'plan', 'change', 'valueOf'),
        fc.constantFrom('', '/', `/${a}`, '?', '?ids=', '?text=', '#'),
        fc.string({ unit: 'binary' }),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), (text) => {
        const address = parseLink(text);
        if (address === null) return;
        const written = writeWindowAddress(address);
        // What a window is told is again one of the app's own addresses, in printable ASCII, and the same.
        expect(written).toMatch(/^\/[!-~]*$/);
        expect(parseWindowAddress(written)).toEqual(address);
        const link = linkTo(address) ?? '';
        expect(parseLink(link)).toEqual(address);
      }),
      { numRuns: 600 },
    );
  });

  it('is told from other arguments by its scheme alone', () => {
    expect(isLinkLike('spcp-console://wall')).toBe(true);
    expect(isLinkLike('SPCP-CONSOLE:nonsense')).toBe(true);
    expect(isLinkLike('--demo')).toBe(false);
    expect(isLinkLike('/home/me/spcp-console:')).toBe(false);
  });

  it('leads to few pages only: there is none to a form with something to lose', () => {
    const to = (address: string) => linkTo(parseWindowAddress(address) ?? never());
    expect(to(`/compare?ids=${a},${b}`)).toBe(`spcp-console://compare?ids=${a},${b}`);
    expect(to(`/proxies/${a}`)).toBe(`spcp-console://proxy/${a}`);
    expect(to('/settings')).toBeNull();
    expect(to(`/profiles/${a}`)).toBeNull();
  });
});

function never(): never {
  throw new Error('not an address');
}
