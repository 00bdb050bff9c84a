/** Why an insight has no value, with the facts that a sentence about it names. */
export type WhyNot =
  /** Nothing was read in the span. */
  | { readonly case: 'no-data' }
  | { readonly case: 'few-readings'; readonly readings: number; readonly least: number }
  | { readonly case: 'few-accesses'; readonly accesses: number; readonly least: number }
  /** More of the span was not watched than was. */
  | { readonly case: 'gaps'; readonly watched: number }
  /** All connections ended with the proxy, and its count began anew. */
  | { readonly case: 'restart'; readonly restarts: number }
  /** Nobody has seen yet whether the count of open connections is counted out. */
  | { readonly case: 'unproven'; readonly accesses: number; readonly least: number }
  /** Of so many accesses, so many more are counted open: the fleet grows, or they are not counted out. */
  | { readonly case: 'rising'; readonly accesses: number; readonly rise: number }
  /** The count of open connections rises with the accesses and is not counted out (deployed behaviour 14). */
  | { readonly case: 'only-rises'; readonly accesses: number; readonly rise: number }
  /** It was below zero since the proxy started (deployed behaviour 14). */
  | { readonly case: 'below-zero' }
  | { readonly case: 'none-open' }
  /** By so many seconds a connection is open, too long for a span of so many. */
  | { readonly case: 'short-span'; readonly seconds: number; readonly span: number }
  /** More or fewer are open at the end than at the beginning, by too much for the accesses between. */
  | { readonly case: 'unsteady'; readonly change: number; readonly accesses: number }
  | { readonly case: 'no-traffic' }
  /** A share of one, or a balance of it, says nothing. */
  | { readonly case: 'alone' };

/** A value in the unit of its insight, or why there is none. */
export type Insight =
  | { readonly known: true; readonly value: number }
  | { readonly known: false; readonly why: WhyNot };

export function valued(value: number): Insight {
  return { known: true, value };
}

export function none(why: WhyNot): Insight {
  return { known: false, why };
}

/** Null where there is none. */
export function knownValue(insight: Insight): number | null {
  return insight.known ? insight.value : null;
}
