/**
 * The locale that messages are wanted in, as POSIX has it (LC_ALL before LC_MESSAGES before LANG), as a tag such as `es-MX`; `en` where none
 * is set, for `C` and `POSIX`, and for what is no locale.
 */
export function localeOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): string {
  const [name = ''] = (LC_ALL || LC_MESSAGES || LANG || '').split(/[.@]/);
  // By its length it could be a tag of a language.
  if (name === 'POSIX') return 'en';
  try {
    return Intl.NumberFormat.supportedLocalesOf(name.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    // `C`, for example, is no tag.
    return 'en';
  }
}
