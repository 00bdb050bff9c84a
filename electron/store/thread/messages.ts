import type { ErrorValue } from '../../../shared/errors.ts';
import type { AuditProgress } from '../../../shared/model/audit-check.ts';
import type { StoreCallName } from './calls.ts';

/** To the store. After `close` nothing more is sent. */
export type ToStore =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly name: StoreCallName;
      readonly input: unknown;
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'close' };

/** From the store: how far a call is, or what became of it. A fault is a bug, with what is known of it. */
export type FromStore =
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: AuditProgress }
  | { readonly kind: 'failed'; readonly id: number; readonly error: ErrorValue }
  | { readonly kind: 'fault'; readonly id: number; readonly error: unknown };
