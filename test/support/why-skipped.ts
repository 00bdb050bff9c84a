/** Ends the title of tests that need what is missing: `npm test` counts by this what was skipped. */
export function whySkipped(missing: string | null): string {
  return missing === null ? '' : ` (skipped: ${missing})`;
}
