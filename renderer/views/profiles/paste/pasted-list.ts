import Papa from 'papaparse';
import { takeHostApart } from '../../../../shared/model/typed-host.ts';

/** What a line can say of a profile. */
export const pastedFields = [
  'name',
  'host',
  'port',
  'user',
  'password',
  'transport',
  'udpPort',
  'sshDestination',
  'environment',
  'folder',
  'tags',
  'notes',
  'pollSeconds',
] as const;
export type PastedField = (typeof pastedFields)[number];
export type PastedValues = Readonly<Partial<Record<PastedField, string>>>;

/** One proxy of a pasted list, as it was written. */
export interface PastedLine {
  /** Of the text, from 1 on. */
  readonly line: number;
  readonly text: string;
  readonly values: PastedValues;
  /** Flags, and words between them, that say nothing here; values of flags are not among them, since they may be passwords. */
  readonly unread: readonly string[];
}

/** So many lines are read of a list. */
export const mostLines = 5000;
/** Characters; what is longer is no list that somebody wrote. */
export const longestList = 2_000_000;

/** What the columns of a table may be called, in the app's languages. Neither case nor what is no letter counts. */
const columnNames: Readonly<Record<PastedField, readonly string[]>> = {
  name: ['name', 'nombre', 'title', 'proxy'],
  host: ['host', 'hostname', 'address', 'ip', 'server', 'dirección', 'direccion', 'servidor'],
  port: ['port', 'sctpport', 'puerto', 'puertosctp'],
  user: ['user', 'username', 'login', 'usuario'],
  password: ['password', 'contraseña', 'contrasena'],
  transport: ['transport', 'transporte'],
  udpPort: ['udpport', 'puertoudp'],
  sshDestination: ['sshdestination', 'ssh', 'destinossh'],
  environment: ['environment', 'class', 'entorno', 'clase'],
  folder: ['folder', 'group', 'carpeta', 'grupo'],
  tags: ['tags', 'labels', 'etiquetas'],
  notes: ['notes', 'comment', 'notas', 'comentario'],
  pollSeconds: ['pollseconds', 'interval', 'intervalo'],
};

/** Flags of the protocol's own command line, and of this app's. */
const flags: Readonly<Record<string, PastedField>> = {
  '-L': 'host',
  '--host': 'host',
  '-o': 'port',
  '--port': 'port',
  '-u': 'user',
  '--user': 'user',
  '--name': 'name',
  '--folder': 'folder',
  '--environment': 'environment',
  '--class': 'environment',
  '--transport': 'transport',
  '--udp-port': 'udpPort',
  '--ssh-destination': 'sshDestination',
};

/**
 * The proxies of a list: a table with a header (commas, semicolons or tabs), or one proxy a line as `host[:port] [name]`, as an address with a
 * scheme, or as flags. Empty lines and those that begin with # say nothing.
 */
export function readPastedList(pasted: string): readonly PastedLine[] {
  const text = pasted.slice(0, longestList).replace(/^\ufeff/, '');
  return (tableIn(text) ?? linesIn(text)).slice(0, mostLines);
}

/** A heading of a pasted table, and the field that its column is read for; null where it is ignored. */
export interface PastedHeading {
  readonly title: string;
  readonly field: PastedField | null;
}

/** The headings of a pasted table, in its order; none for a list without a header. */
export function pastedHeadings(pasted: string): readonly PastedHeading[] {
  const first = firstLine(pasted.replace(/^\ufeff/, ''));
  const titles = Papa.parse<string[]>(first, { delimiter: delimiterIn(first) }).data[0] ?? [];
  const headings = titles.map((title) => ({ title: title.trim(), field: fieldOf(title) }));
  return isHeader(headings.map(({ field }) => field)) ? headings : [];
}

/** What divides the columns: what divides the header into the most of them that are known. What is in the cells, as tags are, decides nothing. */
function delimiterIn(text: string): string {
  const header = firstLine(text);
  const known = (delimiter: string): number =>
    (Papa.parse<string[]>(header, { delimiter }).data[0] ?? []).filter(
      (title) => fieldOf(title) !== null,
    ).length;
  return delimiters.reduce((best, each) => (known(each) > known(best) ? each : best));
}

const delimiters: readonly string[] = [',', ';', '\t', '|'];

function firstLine(text: string): string {
  return text.split(/\r?\n|\r/).find((line) => line.trim() !== '') ?? '';
}

function isHeader(columns: readonly (PastedField | null)[]): boolean {
  return columns.length >= 2 && columns.includes('host');
}

function linesIn(text: string): readonly PastedLine[] {
  return text.split(/\r\n|\r|\n/).flatMap((written, index) => {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) return [];
    return [{ line: index + 1, text: line, ...valuesOf(line) }];
  });
}

type Said = Pick<PastedLine, 'values' | 'unread'>;

function valuesOf(line: string): Said {
  if (line.startsWith('-')) return byFlags(line);
  const end = line.search(/[\s,;]/);
  const [address, name] = end < 0 ? [line, ''] : [line.slice(0, end), line.slice(end + 1)];
  return { values: said({ ...addressValues(address), name: name.trim() }), unread: [] };
}

function addressValues(address: string): PastedValues {
  const apart = takeHostApart(address);
  if (apart === null) return { host: address };
  const { host, port, user } = apart;
  return said({ host, port: port === null ? '' : String(port), user: user ?? '' });
}

function byFlags(line: string): Said {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
  const values: Partial<Record<PastedField, string>> = {};
  const unread: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const [flag = '', joined] = splitFlag(words[index] ?? '');
    const field = Object.hasOwn(flags, flag) ? flags[flag] : undefined;
    if (field !== undefined) {
      values[field] = joined ?? words[++index] ?? '';
      continue;
    }
    if (!flag.startsWith('-')) continue;
    unread.push(flag.startsWith('--') ? flag : flag.slice(0, 2));
    // What follows it is its value.
    if (joined === undefined && words[index + 1]?.startsWith('-') === false) index++;
  }
  const { host = '', ...others } = values;
  return { values: said({ ...addressValues(host), ...others }), unread };
}

function splitFlag(word: string): readonly [string, string?] {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  return equals < 0 ? [word] : [word.slice(0, equals), word.slice(equals + 1)];
}

/** Null where the first line is no header that names a host. */
function tableIn(text: string): readonly PastedLine[] | null {
  const delimiter = delimiterIn(text);
  const { data } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  const first = data.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const columns = (data[first] ?? []).map(fieldOf);
  if (!isHeader(columns)) return null;
  return data.slice(first + 1).flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const cells = columns.flatMap((field, column) =>
      field === null ? [] : [[field, (row[column] ?? '').trim()] as const],
    );
    const { host = '', ...others }: PastedValues = Object.fromEntries(cells);
    const values = said({ ...addressValues(host), ...said(others) });
    return [{ line: first + index + 2, text: row.join(' '), values, unread: [] }];
  });
}

function fieldOf(title: string): PastedField | null {
  const key = title.toLowerCase().replace(/[^\p{L}]/gu, '');
  return pastedFields.find((field) => columnNames[field].includes(key)) ?? null;
}

/** Without what is empty. */
function said(values: PastedValues): PastedValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
