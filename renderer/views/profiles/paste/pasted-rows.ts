import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { nameKey } from '../../../../shared/model/name.ts';
import { foldedHost, isSameProxy, type ProxyAddress } from '../../../../shared/model/place.ts';
import {
  argumentSchema,
  type Environment,
  type ProfileDraft,
  profileDraftSchema,
  type TransportChoice,
} from '../../../../shared/model/profile.ts';
import type { Folders } from '../../../../shared/model/resolve-profile.ts';
import { settingNames } from '../../../../shared/model/stored-profile.ts';
import { takeHostApart } from '../../../../shared/model/typed-host.ts';
import { inheritanceAt, settingsSet } from '../editor/inheritance.ts';
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
  /** What is wrong, by field; none where a profile can be made. */
  readonly faults: Readonly<Partial<Record<PastedField, FieldFault>>>;
  /** The same proxy is there already: the name of its profile, or the line above that has it. */
  readonly same: { readonly name: string } | { readonly line: number } | null;
  readonly edit: {
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
  readonly folders: Folders;
}

/** What would be made of each line. A line without a name is called after its host; names that would be taken get a number. */
export function previewRows(parts: PreviewParts): readonly PastedRow[] {
  const taken = new Set(parts.profiles.map(({ name }) => nameKey(name)));
  const there = new Map<string, Known[]>();
  for (const profile of parts.profiles) know(there, { ...profile, by: { name: profile.name } });
  return parts.lines.map(({ line, text, values: written }) => {
    const typed = { ...written, ...parts.corrected.get(line) };
    const values = apart(typed);
    const { draft, own, faults } = readRow(values, parts, taken);
    const same = draft === null ? null : sameAs(draft, there);
    if (draft !== null) {
      taken.add(nameKey(draft.name));
      know(there, { ...draft, by: { line } });
    }
    const password = values.password ?? parts.forAll.password;
    const edit = draft && { draft, own, ...(password === '' ? {} : { password }) };
    // The host stays as it is typed: it is taken apart for what is made of it, not under the cursor.
    return { line, text, values: { ...values, ...hostOf(typed) }, faults, same, edit };
  });
}

function readRow(
  values: PastedValues,
  { forAll, folders }: PreviewParts,
  taken: ReadonlySet<string>,
) {
  const folder = values.folder ?? forAll.folder;
  const inherited = inheritanceAt(folder, folders);
  const { environment, transport, user } = forAll;
  const common = Object.fromEntries(
    Object.entries({ environment, transport, user }).filter(([, value]) => value !== ''),
  );
  const { password = forAll.password, name = '', ...rest } = values;
  const { host = '' } = values;
  const typed = {
    ...inherited.settings,
    ...common,
    ...rest,
    host,
    folder,
    name: name === '' ? freeName(host, values.port, taken) : name,
    port: numberOf(values.port ?? inherited.settings.port),
    udpPort: numberOf(values.udpPort ?? inherited.settings.udpPort),
    pollSeconds: numberOf(values.pollSeconds ?? inherited.settings.pollSeconds),
    ...(values.sshDestination !== undefined && values.transport === undefined
      ? { transport: 'ssh' }
      : {}),
  };
  const faults: Partial<Record<PastedField, FieldFault>> = {};
  const read = profileDraftSchema.safeParse(typed);
  for (const issue of read.error?.issues ?? []) {
    const field = issue.path[0] as PastedField;
    faults[field] ??= faultOf(field, issue);
  }
  const secret = password === '' ? null : argumentSchema.safeParse(password).error?.issues[0];
  if (secret) faults.password = faultOf('password', secret);
  if (read.success && taken.has(nameKey(read.data.name))) faults.name = 'taken';
  if (read.success && read.data.transport === 'ssh' && read.data.sshDestination === '') {
    faults.sshDestination = 'required';
  }
  if (!read.success || Object.keys(faults).length > 0) return { draft: null, own: [], faults };
  const given = settingNames.filter((setting) => Object.hasOwn({ ...common, ...rest }, setting));
  return { draft: read.data, own: settingsSet({ ...read.data, own: given }, inherited), faults };
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

/** A number as it is written; what is none is left for the schema to refuse. */
function numberOf(text: string | number | undefined): number | string | undefined {
  if (typeof text !== 'string') return text;
  const number = Number(text.replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

function freeName(host: string, port: string | undefined, taken: ReadonlySet<string>): string {
  const base = host.slice(0, 70);
  const withPort = port === undefined ? base : `${base} ${port}`;
  for (let n = 0; ; n++) {
    const candidate = n === 0 ? base : n === 1 ? withPort : `${base} ${n}`;
    if (!taken.has(nameKey(candidate))) return candidate;
  }
}

/** A proxy that there is, or that a line above would make. */
type Known = ProxyAddress & { readonly by: NonNullable<PastedRow['same']> };

function know(there: Map<string, Known[]>, known: Known): void {
  const key = keyOf(known);
  const beside = there.get(key);
  if (beside === undefined) there.set(key, [known]);
  else beside.push(known);
}

function sameAs(draft: ProfileDraft, there: ReadonlyMap<string, readonly Known[]>) {
  return there.get(keyOf(draft))?.find((known) => isSameProxy(known, draft))?.by ?? null;
}

/** The same for all that can be the same proxy. */
function keyOf({ host, port }: Pick<ProxyAddress, 'host' | 'port'>): string {
  return `${foldedHost(host)} ${port}`;
}
