/** What the operating system calls the cause of a failure, such as `ENETUNREACH`; else what the failure says of itself. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
