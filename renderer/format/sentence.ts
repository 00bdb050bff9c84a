import type { ErrorDetail } from '../../shared/errors.ts';

/** The names between double braces. */
function placeholders(template: string): string[] {
  return [...template.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '');
}

/**
 * The first sentence whose every placeholder has a fact in `detail`, filled in. Sentences go from the one that says most to one without
 * placeholders, since which facts an error carries depends on where it happened. Empty when none fits.
 */
export function firstThatFits(templates: readonly string[], detail: ErrorDetail): string {
  const known = (name: string): boolean => detail[name] !== undefined && detail[name] !== null;
  const template = templates.find((candidate) => placeholders(candidate).every(known)) ?? '';
  return template.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(detail[name]));
}
