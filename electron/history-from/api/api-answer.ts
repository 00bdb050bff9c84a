import { z } from 'zod';
import { showHidden } from '../../../shared/model/hidden.ts';
import type { HistoryFault } from '../../../shared/model/history-from.ts';

/** What came of a question: `data` as the API's frame has it, unchecked; `warnings` as it says. */
export type ApiAnswer =
  | { readonly kind: 'answer'; readonly data: unknown; readonly warnings: readonly string[] }
  | { readonly kind: 'fault'; readonly fault: HistoryFault };

/** Of what a server says so much is shown, characters, and so many of its warnings. */
const longestSaid = 300;
const mostWarnings = 5;

const frameSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('success'),
    data: z.unknown(),
    warnings: z.array(z.unknown()).nullish(),
  }),
  z.object({ status: z.literal('error'), error: z.unknown() }),
]);

/** What the text of a good answer says, in the frame that every answer of the API has. */
export function readAnswer(text: string): ApiAnswer {
  const frame = frameSchema.safeParse(parsed(text));
  if (!frame.success) return { kind: 'fault', fault: { kind: 'not-prometheus' } };
  if (frame.data.status === 'error')
    return { kind: 'fault', fault: { kind: 'refused', status: 200, said: said(frame.data.error) } };
  const warnings = (frame.data.warnings ?? []).map(said).filter((each) => each !== '');
  return { kind: 'answer', data: frame.data.data, warnings: warnings.slice(0, mostWarnings) };
}

/** What another status than a good one means, and what the server says with it. */
export function faultOfStatus(status: number, text: string): HistoryFault {
  if (status === 401 || status === 403) return { kind: 'unauthorized', status };
  if (status >= 300 && status < 400) return { kind: 'redirected', status };
  const frame = frameSchema.safeParse(parsed(text));
  const why = frame.success && frame.data.status === 'error' ? said(frame.data.error) : '';
  if (status === 429 || status >= 500) return { kind: 'unavailable', status, said: why };
  if (status === 404 || status === 405) return { kind: 'not-prometheus' };
  return { kind: 'refused', status, said: why };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** In one line, and with nothing that nobody sees. */
function said(text: unknown): string {
  if (typeof text !== 'string') return '';
  return showHidden([...text.slice(0, longestSaid * 2)].slice(0, longestSaid).join(''));
}
