import type { FolderEntry } from '../../../../shared/ipc/calls/profile.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { classNamed, onlyUsualClasses } from '../../../../shared/model/environment-class.ts';
import { createFreeNames } from '../../../../shared/model/free-name.ts';
import { isSameName, nameKey } from '../../../../shared/model/name.ts';
import { foldedHost, isSameProxy, type ProxyAddress } from '../../../../shared/model/place.ts';
import {
  argumentSchema,
  type Environment,
  type ProfileDraft,
  profileDraftSchema,
} from '../../../../shared/model/profile.ts';
import { draftFields } from '../../../../shared/model/profile-merge.ts';
import { settingNames, type TransportChoice } from '../../../../shared/model/profile-words.ts';
import { takeHostApart } from '../../../../shared/model/typed-host.ts';
import { type Inheritance, inheritanceAt, settingsSet } from '../editor/inheritance.ts';
import { type FieldFault, faultOf } from '../editor/profile-form.ts';
import type { PastedField, PastedLine, PastedValues } from './pasted-list.ts';

/** What is said for all lines that do not say it themselves; empty where their folder is to say it. */
export interface ForAll {
  readonly folder: string;
  readonly environment: Environment | '';
  readonly transport: TransportChoice | '';
  readonly user: string;
  readonly password: string;
}

/** One line of the preview: what would be made of it. */
export interface PastedRow {
  readonly line: number;
  readonly text: string;
  readonly values: PastedValues;
  /** Flags of the line that say nothing here. */
  readonly unread: readonly string[];
  /** What is wrong, by field; none where a profile can be made. */
  readonly faults: Readonly<Partial<Record<PastedField, FieldFault>>>;
  /** The same proxy is there already: the name of its profile, or the line above that has it. */
  readonly same: { readonly profile: ProfileEntry } | { readonly line: number } | null;
  /** Of that profile where it is to be updated, else of a new one. */
  readonly edit: {
    readonly id?: string;
    readonly base?: ProfileEntry;
    readonly draft: ProfileDraft;
    readonly own: ReturnType<typeof settingsSet>;
    readonly password?: string;
  } | null;
}

export interface PreviewParts {
  readonly lines: readonly PastedLine[];
  /** What was corrected, by line. */
  readonly corrected: ReadonlyMap<number, PastedValues>;
  readonly forAll: ForAll;
  readonly profiles: readonly ProfileEntry[];
  readonly folders: ReadonlyMap<string, FolderEntry>;
  /** A line of a proxy that is there already updates its profile: with what it says itself, and with what is said for all. */
  readonly update: boolean;
  /** The id of a class by what a line calls it; undefined where there is none. By their own names unless told. */
  readonly classNamed?: (name: string) => string | undefined;
}

/** What would be made of each line. A line without a name is called after its host; names that would be taken get a number. */
export function previewRows(parts: PreviewParts): readonly PastedRow[] {
  const taken = new Set(parts.profiles.map(({ name }) => nameKey(name)));
  const there = new Map<string, Known[]>();
  for (const profile of parts.profiles) know(there, { ...profile, by: { profile } });
  const freeNames = createFreeNames();
  const known = new Map<string, Inheritance>();
  const inherited = (path: string): Inheritance => {
    const found = known.get(path) ?? inheritanceAt(path, parts.folders);
    known.set(path, found);
    return found;
  };
  const nameFor = (host: string, port: string | undefined): string => {
    const base = host.slice(0, 70);
    const isTaken = (key: string): boolean => taken.has(key);
    const candidates = port === undefined ? [base] : [base, `${base} ${port}`];
    const free = candidates.find((candidate) => !isTaken(nameKey(candidate)));
    return free ?? freeNames.first(base, (n) => `${base} ${n + 2}`, isTaken);
  };
  /** Of a line that says nobody, where its proxy is there and is to be updated. */
  const userOf = (place: Partial<ProxyAddress>): string | undefined => {
    const same = parts.update ? sameAs(place as ProxyAddress, there) : null;
    return same !== null && 'profile' in same ? same.profile.user : undefined;
  };
  return parts.lines.map(({ line, text, values: written, unread }) => {
    const typed = { ...written, ...parts.corrected.get(line) };
    const values = apart(typed);
    const { draft, own, given, faults } = readRow(values, parts, { inherited, nameFor, userOf });
    const same = draft === null ? null : sameAs(draft, there);
    const profile = same !== null && 'profile' in same ? same.profile : null;
    const updates = parts.update && profile !== null && canBeUpdated(profile);
    const isTaken = draft !== null && taken.has(nameKey(draft.name));
    const isItsOwn = isTaken && profile !== null && isSameName(draft.name, profile.name);
    if (isTaken && !isItsOwn) faults.name = 'taken';
    const named = isItsOwn && !updates ? { ...draft, name: nameFor(draft.name, undefined) } : draft;
    const whole = Object.keys(faults).length === 0 ? named : null;
    if (whole !== null && !updates) {
      taken.add(nameKey(whole.name));
      know(there, { ...whole, by: { line } });
    }
    const password = values.password ?? parts.forAll.password;
    const made =
      whole === null
        ? null
        : updates
          ? updateOf(profile, whole, given, values)
          : { draft: whole, own };
    const edit = made && { ...made, ...(password === '' ? {} : { password }) };
    // The host stays as it is typed: it is taken apart for what is made of it, not under the cursor.
    return { line, text, values: { ...values, ...hostOf(typed) }, unread, faults, same, edit };
  });
}

function canBeUpdated({ managed, demo }: ProfileEntry): boolean {
  return managed === undefined && !demo;
}

/** The profile with what the line says, and what is said for all; the rest stays. */
function updateOf(
  profile: ProfileEntry,
  read: ProfileDraft,
  given: readonly (keyof ProfileDraft)[],
  { name = '' }: PastedValues,
) {
  const said = given.filter((field) => field !== 'name' || name !== '');
  const changes = Object.fromEntries(said.map((field) => [field, read[field]]));
  const own = settingNames.filter(
    (each) => profile.sources[each] === 'own' || isGiven(given, each),
  );
  return { id: profile.id, base: profile, draft: { ...profile, ...changes }, own };
}

function isGiven(given: readonly string[], name: string): boolean {
  return given.includes(name);
}

interface RowParts {
  readonly inherited: (path: string) => Inheritance;
  readonly nameFor: (host: string, port: string | undefined) => string;
  readonly userOf: (place: Partial<ProxyAddress>) => string | undefined;
}

const usualNamed = (name: string): string | undefined => classNamed(onlyUsualClasses, name)?.id;

function readRow(
  written: PastedValues,
  { forAll, classNamed: idOf = usualNamed }: PreviewParts,
  parts: RowParts,
) {
  const { environment: called } = written;
  const named = called === undefined ? undefined : idOf(called);
  const values = named === undefined ? written : { ...written, environment: named };
  const folder = values.folder ?? forAll.folder;
  const inherited = parts.inherited(folder);
  const { environment, transport, user } = forAll;
  const common = Object.fromEntries(
    Object.entries({ environment, transport, user }).filter(([, value]) => value !== ''),
  );
  const { password = forAll.password, name = '', ...others } = values;
  const rest = others.tags === undefined ? others : { ...others, tags: tagsOf(others.tags) };
  const { host = '' } = values;
  const typed = {
    ...inherited.settings,
    ...common,
    ...rest,
    host,
    folder,
    name: name === '' ? parts.nameFor(host, values.port) : name,
    port: numberOf(values.port ?? inherited.settings.port),
    udpPort: numberOf(values.udpPort ?? inherited.settings.udpPort),
    pollSeconds: numberOf(values.pollSeconds ?? inherited.settings.pollSeconds),
    ...(values.sshDestination !== undefined && values.transport === undefined
      ? { transport: 'ssh' }
      : {}),
  };
  const faults: Partial<Record<PastedField, FieldFault>> =
    called === undefined || named !== undefined ? {} : { environment: 'value' };
  const read = profileDraftSchema.safeParse(
    typed.user === undefined ? { ...typed, user: parts.userOf(typed as object) ?? '' } : typed,
  );
  for (const issue of read.error?.issues ?? []) {
    const field = issue.path[0] as PastedField;
    faults[field] ??= faultOf(field, issue);
  }
  const secret = password === '' ? null : argumentSchema.safeParse(password).error?.issues[0];
  if (secret) faults.password = faultOf('password', secret);
  if (read.success && read.data.transport === 'ssh' && read.data.sshDestination === '') {
    faults.sshDestination = 'required';
  }
  if (!read.success || Object.keys(faults).length > 0) {
    return { draft: null, own: [], given: [], faults };
  }
  const said = { ...common, ...rest, ...(folder === '' ? {} : { folder }), name };
  const given = draftFields.filter((field) => Object.hasOwn(said, field));
  const set = settingNames.filter((setting) => Object.hasOwn(said, setting));
  const own = settingsSet({ ...read.data, own: set }, inherited);
  return { draft: read.data, own, given, faults };
}

/** What was typed as the host with a port or a user around it, in the fields where it belongs. */
function apart(values: PastedValues): PastedValues {
  const typed = takeHostApart(values.host ?? '');
  if (typed === null) return values;
  const port = typed.port === null ? values.port : String(typed.port);
  const user = typed.user ?? values.user;
  return {
    ...values,
    host: typed.host,
    ...(port === undefined ? {} : { port }),
    ...(user === undefined ? {} : { user }),
  };
}

function hostOf({ host }: PastedValues): PastedValues {
  return host === undefined ? {} : { host };
}

/** Tags in one cell are divided by semicolons where commas divide the cells. */
function tagsOf(text: string): string {
  return text.replaceAll(';', ',');
}

/** A number as it is written; what is none is left for the schema to refuse. */
function numberOf(text: string | number | undefined): number | string | undefined {
  if (typeof text !== 'string') return text;
  const number = Number(text.replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

/** A proxy that there is, or that a line above would make. */
type Known = ProxyAddress & { readonly by: NonNullable<PastedRow['same']> };

function know(there: Map<string, Known[]>, known: Known): void {
  const key = keyOf(known);
  const beside = there.get(key);
  if (beside === undefined) there.set(key, [known]);
  else beside.push(known);
}

function sameAs(draft: ProxyAddress, there: ReadonlyMap<string, readonly Known[]>) {
  return there.get(keyOf(draft))?.find((known) => isSameProxy(known, draft))?.by ?? null;
}

/** The same for all that can be the same proxy. */
function keyOf({ host, port }: Pick<ProxyAddress, 'host' | 'port'>): string {
  return `${foldedHost(host)} ${port}`;
}
