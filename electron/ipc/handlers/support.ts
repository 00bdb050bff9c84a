import { type DiagnosticsFacts, sayDiagnostics } from '../../support/diagnostics.ts';
import { readLicences } from '../../support/licences.ts';
import type { Handlers } from '../parts.ts';

export interface SupportParts {
  readonly facts: () => Promise<DiagnosticsFacts>;
  /** Where the user interface lies. */
  readonly pages: string;
}

export function supportHandlers({
  facts,
  pages,
}: SupportParts): Pick<Handlers, 'support.diagnostics' | 'support.licences'> {
  return {
    'support.licences': () => readLicences(pages),
    'support.diagnostics': async ({ named }) => ({ text: sayDiagnostics(await facts(), named) }),
  };
}
