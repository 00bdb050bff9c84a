import type { UseFormReturnType } from '@mantine/form';
import type { z } from 'zod';
import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { type Place, placeSchema, samePlace } from '../../../../shared/model/place.ts';
import {
  argumentSchema,
  type Environment,
  type ProfileDraft,
  profileDraftSchema,
} from '../../../../shared/model/profile.ts';
import {
  type Colour,
  settingNames,
  type TransportChoice,
} from '../../../../shared/model/profile-words.ts';
import type { Setting } from '../../../../shared/model/stored-profile.ts';
import { takeHostApart } from '../../../../shared/model/typed-host.ts';
import type { FormField } from './form-fields.ts';
import { type Inheritance, settingsSet } from './inheritance.ts';

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
  tags: string;
  notes: string;
  colour: Colour;
  favourite: boolean;
  pollSeconds: number | string;
  autoConnect: boolean;
  /** As `intended.ts` writes it. */
  intendedTransformation: string;
  intendedBufferSize: number | string;
  /** What is set for the profile also where its folder says the same. */
  own: readonly Setting[];
  /** Its password is to be that of its folder, instead of one of its own. */
  inheritPassword: boolean;
}

/** The form as a view has it. */
export type ProfileFormApi = UseFormReturnType<ProfileForm>;

/** What is wrong with a field; also the key of its text. */
export type FieldFault =
  | 'required'
  | 'long'
  | 'host'
  | 'hidden'
  | 'port'
  | 'ascii'
  | 'interval'
  | 'ssh'
  | 'again'
  | 'taken'
  | 'command'
  | 'size'
  | 'value';

/** A new profile begins with the protocol's and the schema's own defaults. */
export function emptyForm(): ProfileForm {
  const { name, host, user, ...defaults } = profileDraftSchema.parse({
    name: 'x',
    host: 'x',
    user: 'x',
  });
  return {
    ...defaults,
    name: '',
    host: '',
    user: '',
    password: '',
    own: [],
    inheritPassword: false,
  };
}

/** A new profile with all that another one has but its name and its password. */
export function newForm(from: ProfileEntry | undefined): ProfileForm {
  return from === undefined ? emptyForm() : { ...formOf(from), name: '' };
}

export function formOf(profile: ProfileEntry): ProfileForm {
  const { id, sources, savedPassword, passwordFrom, stockCredentials, demo, managed, ...draft } =
    profile;
  const own = settingNames.filter((name) => sources[name] === 'own');
  return { ...draft, password: '', own, inheritPassword: false };
}

type Faults = Partial<Record<FormField, FieldFault>>;

/** `password` is undefined where none was typed. */
interface Read<T> {
  readonly value: T;
  readonly password: string | undefined;
}

/** The folder whose password the profile of this form has or can have: the one that says who logs in, where it has one. */
export function passwordFolder(form: ProfileForm, inheritance: Inheritance): FolderEntry | null {
  if (settingsSet(form, inheritance).includes('user')) return null;
  const folder: FolderEntry | undefined = inheritance.from.get('user');
  return folder?.savedPassword === 'here' ? folder : null;
}

/** Whether the form is to have a password of its own, typed or saved. */
export function hasOwnPassword(form: ProfileForm, saved: ProfileEntry | undefined): boolean {
  if (form.password !== '') return true;
  if (form.inheritPassword || saved === undefined) return false;
  return saved.savedPassword !== 'none' && saved.passwordFrom === undefined;
}

/** The folder whose password the profile has once the form is saved, and has not yet; undefined where what is saved stays. */
export function folderToBe(
  form: ProfileForm,
  saved: ProfileEntry | undefined,
  inheritance: Inheritance,
): string | undefined {
  const folder = passwordFolder(form, inheritance)?.id;
  if (hasOwnPassword(form, saved) || wantsPasswordAgain(form, saved)) return undefined;
  if (saved === undefined || form.inheritPassword) return folder;
  // Who was under the folder before gets nothing by a save.
  return saved.sources.user === folder ? undefined : folder;
}

/** The draft that a form of this saved profile, or of a new one, holds, or what is wrong with it. The schema is the one that the core checks by. */
export function readForm(
  form: ProfileForm,
  saved: ProfileEntry | undefined,
): Read<ProfileDraft> | { readonly faults: Faults } {
  return readBy(profileDraftSchema, withHostTakenApart(form), saved);
}

/** As much of a form as a test of its connection needs, which asks neither what the proxy is called nor how it is treated. */
export function readPlace(
  form: ProfileForm,
  saved: ProfileEntry | undefined,
): Read<Place> | { readonly faults: Faults } {
  return readBy(placeSchema, withHostTakenApart(form), saved);
}

/** What was pasted as the host with a port, a user or a scheme around it, in the fields where it belongs. The same form where there is nothing to do. */
export function withHostTakenApart(form: ProfileForm): ProfileForm {
  const typed = takeHostApart(form.host);
  if (typed === null) return form;
  const port = typed.port ?? form.port;
  const user = typed.user ?? form.user;
  return { ...form, host: typed.host, port, user };
}

/** Whether the form leads elsewhere than this place, or logs in otherwise: what was found there says nothing of it. */
export function leadsElsewhere(
  form: ProfileForm,
  saved: ProfileEntry | undefined,
  from: { readonly place: Place; readonly password?: string | undefined },
): boolean {
  const read = readPlace(form, saved);
  if ('faults' in read) return true;
  return read.password !== from.password || !samePlace(read.value, from.place);
}

/** Whether the form leads elsewhere than the saved password was entered for, so that it takes another, or the same once more. */
export function wantsPasswordAgain(form: ProfileForm, saved: ProfileEntry | undefined): boolean {
  if (saved?.savedPassword !== 'here') return false;
  if (form.inheritPassword) return false;
  // One that is from a folder is kept for elsewhere only while that says who logs in.
  const isFiledElsewhere = form.own.includes('user') || form.folder !== saved.folder;
  if (saved.passwordFrom !== undefined && (isFiledElsewhere || form.user !== saved.user)) {
    return false;
  }
  const place = placeSchema.safeParse(withHostTakenApart(form));
  return place.success && !samePlace(place.data, saved);
}

function readBy<T>(
  schema: z.ZodType<T>,
  form: ProfileForm,
  saved: ProfileEntry | undefined,
): Read<T> | { readonly faults: Faults } {
  const { password, own: _, inheritPassword: __, ...typed } = form;
  const faults: Faults = {};
  const read = schema.safeParse(typed);
  for (const issue of read.error?.issues ?? []) {
    const field = issue.path[0] as FormField;
    faults[field] ??= faultOf(field, issue);
  }
  const passwordFault = faultOfPassword(form, saved);
  if (passwordFault !== null) faults.password = passwordFault;
  // The schema leaves it empty for the other ways.
  if (form.transport === 'ssh' && form.sshDestination.trim() === '') {
    faults.sshDestination = 'required';
  }
  if (!read.success || Object.keys(faults).length > 0) return { faults };
  return { value: read.data, password: password === '' ? undefined : password };
}

/** What the schema found wrong, in the words of a form. */
export function faultOfPassword(
  form: ProfileForm,
  saved: ProfileEntry | undefined,
): FieldFault | null {
  if (form.password === '') return wantsPasswordAgain(form, saved) ? 'again' : null;
  const issue = argumentSchema.safeParse(form.password).error?.issues[0];
  return issue === undefined ? null : faultOf('password', issue);
}

const asciiFields: ReadonlySet<FormField> = new Set(['user', 'password', 'relayCommand']);

export function faultOf(field: FormField, issue: z.core.$ZodIssue): FieldFault {
  switch (field) {
    case 'port':
    case 'udpPort':
      return 'port';
    case 'pollSeconds':
      return 'interval';
    case 'sshDestination':
      return 'ssh';
    case 'intendedTransformation':
      return 'command';
    case 'intendedBufferSize':
      return 'size';
    default:
      break;
  }
  if (issue.code === 'too_small') return 'required';
  if (issue.code === 'too_big') return 'long';
  if (field === 'host') return 'host';
  if (field === 'name' || field === 'folder' || field === 'tags' || field === 'notes') {
    return 'hidden';
  }
  return asciiFields.has(field) ? 'ascii' : 'value';
}
