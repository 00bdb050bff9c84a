import type { ErrorCode, ErrorDetail, ErrorValue } from './facts/errors.ts';
import { inOneLine, speaker } from './texts/say.ts';

export {
  type ErrorCode,
  type ErrorDetail,
  type ErrorValue,
  errorCodes,
} from './facts/errors.ts';

/** A failure that an operator can act on: a code and the facts of it (`facts/errors.ts`). `message` says them in English, for logs. */
class AppErrorOf<C extends ErrorCode> extends Error {
  readonly code: C;
  readonly detail: ErrorDetail<C>;

  constructor(code: C, detail: ErrorDetail<C>, options?: { readonly cause?: unknown }) {
    super(inOneLine(speaker('en').error({ code, detail } as ErrorValue)), options);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }

  toValue(): ErrorValue<C> {
    const { code, message, detail } = this;
    return { code, message, detail } as unknown as ErrorValue<C>;
  }
}

/** One of its codes, or of all: a union, so that its code tells the type of its detail. */
export type AppError<C extends ErrorCode = ErrorCode> = { [K in C]: AppErrorOf<K> }[C];

/** `error instanceof AppError && error.code === …` makes `error.detail` the facts of that code. */
export const AppError: {
  new <C extends ErrorCode>(
    code: C,
    detail: ErrorDetail<C>,
    options?: { readonly cause?: unknown },
  ): AppErrorOf<C>;
  readonly prototype: AppError;
} = AppErrorOf as never;

/** The error of a value that crossed the contract. */
export function appErrorOf({ code, detail }: ErrorValue): AppError {
  return new AppError<ErrorCode>(code, detail) as AppError;
}

/** The value of any thrown thing. What is no AppError is a bug: its text stays out of the value, since it may hold anything. */
export function toErrorValue(error: unknown): ErrorValue {
  if (error instanceof AppError) return error.toValue();
  return new AppError('internal', { log: 'application' }).toValue();
}

/** Either a value or an error, as calls answer over the contract. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ErrorValue };
