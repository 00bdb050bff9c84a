import type { Setting } from '../../../../shared/model/stored-profile.ts';
import type { FormField } from '../editor/form-fields.ts';

/** The parts of the form that most profiles leave as they are: folded, each says in its head what it holds. */
export const sectionNames = ['behaviour', 'remarks'] as const;
export type SectionName = (typeof sectionNames)[number];

/** What lies in each, in its order. */
export const sectionFields = {
  behaviour: [
    'environment',
    'pollSeconds',
    'autoConnect',
    'intendedTransformation',
    'intendedBufferSize',
  ],
  remarks: ['tags', 'colour', 'favourite', 'notes'],
} as const satisfies Readonly<Record<SectionName, readonly FormField[]>>;

/** The section of a field; null for one that is always seen. */
export function sectionOf(field: FormField): SectionName | null {
  const holds = (name: SectionName): boolean =>
    (sectionFields[name] as readonly FormField[]).includes(field);
  return sectionNames.find(holds) ?? null;
}

/** The settings of a section, which a folder may say. */
export const behaviourSettings = sectionFields.behaviour satisfies readonly Setting[];
