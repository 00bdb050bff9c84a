import { describe, expect, it } from 'vitest';
import { browserName } from '../../../../electron/web/door/browser-name.ts';

describe('the name of a browser', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0',
      'Firefox 143, Linux',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0',
      'Microsoft Edge 141, Windows',
    ],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
      'Safari 26, macOS',
    ],
    ['something else', ''],
    ['', ''],
    [undefined, ''],
  ])('is short: %j', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name);
  });

  it('is not looked for in what no browser would send', () => {
    expect(browserName(`Firefox/143.0 ${'Version/'.repeat(2000)}`)).toBe('');
  });
});
