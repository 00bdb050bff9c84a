import bowser from 'bowser';

/** No browser calls itself by more; what is longer is not looked at, since it is matched against patterns. */
const maxLength = 512;

/** What a browser calls itself, short: `Firefox 143, Linux`. Empty where that cannot be told. */
export function browserName(userAgent: string | undefined): string {
  if (userAgent === undefined || userAgent === '' || userAgent.length > maxLength) return '';
  const { browser, os } = bowser.parse(userAgent);
  const [major] = (browser.version ?? '').split('.');
  return [[browser.name, major].filter(Boolean).join(' '), os.name].filter(Boolean).join(', ');
}
