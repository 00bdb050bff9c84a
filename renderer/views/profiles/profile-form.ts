import type { z } from 'zod';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import {
  argumentSchema,
  type Environment,
  type ProfileDraft,
  profileDraftSchema,
  type TransportChoice,
} from '../../../shared/model/profile.ts';

/** The form as it is typed: a number field may be empty or half typed. */
export interface ProfileForm {
  name: string;
  host: string;
  port: number | string;
  transport: TransportChoice;
  udpPort: number | string;
  sshDestination: string;
  relayCommand: string;
  user: string;
  /** Never the saved one: empty keeps that. */
  password: string;
  environment: Environment;
  folder: string;
  pollSeconds: number | string;
  autoConnect: boolean;
}

export type FormField = keyof ProfileForm;

/** In the order of the form. */
export const formFields = [
  'name',
  'folder',
  'host',
  'port',
  'transport',
  'udpPort',
  'sshDestination',
  'relayCommand',
  'user',
  'password',
  'environment',
  'pollSeconds',
  'autoConnect',
] as const satisfies readonly FormField[];

/** What is wrong with a field; also the key of its text. */
export type FieldFault =
  | 'required'
  | 'long'
  | 'host'
  | 'port'
  | 'ascii'
  | 'interval'
  | 'ssh'
  | 'taken'
  | 'value';

/** A new profile begins with the protocol's and the schema's own defaults. */
export function emptyForm(): ProfileForm {
  const { name, host, user, ...defaults } = profileDraftSchema.parse({
    name: 'x',
    host: 'x',
    user: 'x',
  });
  return { ...defaults, name: '', host: '', user: '', password: '' };
}

export function formOf(profile: ProfileEntry): ProfileForm {
  const { id, hasPassword, stockCredentials, demo, ...draft } = profile;
  return { ...draft, password: '' };
}

/** The draft that a form holds, or what is wrong with it. The schema is the one that the core checks by. */
export function readForm(
  form: ProfileForm,
):
  | { readonly draft: ProfileDraft; readonly password: string | undefined }
  | { readonly faults: Partial<Record<FormField, FieldFault>> } {
  const { password, ...typed } = form;
  const faults: Partial<Record<FormField, FieldFault>> = {};
  const draft = profileDraftSchema.safeParse(typed);
  for (const issue of draft.error?.issues ?? []) {
    const field = issue.path[0] as FormField;
    faults[field] ??= faultOf(field, issue);
  }
  if (password !== '') {
    const checked = argumentSchema.safeParse(password);
    const issue = checked.error?.issues[0];
    if (issue !== undefined) faults.password = faultOf('password', issue);
  }
  // The schema leaves it empty for the other ways.
  if (form.transport === 'ssh' && form.sshDestination.trim() === '') {
    faults.sshDestination = 'required';
  }
  if (!draft.success || faults.sshDestination !== undefined || faults.password !== undefined)
    return { faults };
  return { draft: draft.data, password: password === '' ? undefined : password };
}

const asciiFields: ReadonlySet<FormField> = new Set(['user', 'password', 'relayCommand']);

function faultOf(field: FormField, issue: z.core.$ZodIssue): FieldFault {
  switch (field) {
    case 'port':
    case 'udpPort':
      return 'port';
    case 'pollSeconds':
      return 'interval';
    case 'sshDestination':
      return 'ssh';
    default:
      break;
  }
  if (issue.code === 'too_small') return 'required';
  if (issue.code === 'too_big') return 'long';
  if (field === 'host') return 'host';
  return asciiFields.has(field) ? 'ascii' : 'value';
}

/** Deployed servers come with these compiled in (deployed behaviour 16). */
export function isStock(user: string, password: string): boolean {
  return user === 'admin' && password === 'admin';
}
