/** Imports are the longest that a window sends, bytes. */
export const longestFromCaller = 16 * 1024 * 1024;
/** The longest that a console sends, bytes: a whole list of profiles, or a report. */
export const longestFromConsole = 64 * 1024 * 1024;
