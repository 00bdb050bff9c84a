/** The shape of a language's texts: each key of the English ones, with texts of its own; plural forms that English lacks may be added. */
export type Texts<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends readonly string[]
      ? readonly string[]
      : Texts<T[K]>;
} & { readonly [form: `${string}_many`]: string };
