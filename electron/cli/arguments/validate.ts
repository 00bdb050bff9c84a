import type { z } from 'zod';
import { hiddenIn } from '../../../shared/model/hidden.ts';
import type { ProfileDraft } from '../../../shared/model/profile.ts';
import { usageError } from './usage.ts';

/** The values of options as the schema has them, defaults filled in. Throws `invalid-input` that names every option that is wrong. */
export function validated<T>(schema: z.ZodType<T>, input: Partial<ProfileDraft>, path = ''): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const fields = [...new Set(result.error.issues.map(({ path }) => path[0] as keyof ProfileDraft))];
  const isMissing = (field: keyof ProfileDraft) => input[field] === undefined;
  const hiddenOf = (field: keyof ProfileDraft) => hiddenIn(String(input[field] ?? ''));
  throw usageError(
    {
      case: 'fields',
      missing: fields.filter(isMissing),
      wrong: fields.filter((field) => !isMissing(field) && hiddenOf(field) === null),
      hidden: fields.flatMap((field) => {
        const character = hiddenOf(field);
        return character === null ? [] : [{ field, character }];
      }),
    },
    path,
  );
}
