import { searchKey } from '../search.ts';

/** What can be asked for by name, with its names in the languages of the app, as `searchKey` makes them: all of them work in each. */
const names = {
  state: ['state', 'estado'],
  environment: ['env', 'environment', 'entorno', 'class', 'clase'],
  folder: ['folder', 'carpeta'],
  tag: ['tag', 'etiqueta'],
  host: ['host', 'servidor'],
  user: ['user', 'usuario'],
  note: ['note', 'notes', 'nota', 'notas'],
  colour: ['colour', 'color'],
  password: ['password', 'contrasena'],
  port: ['port', 'puerto'],
  via: ['via', 'transport', 'transporte'],
  unlike: ['unlike', 'distinto'],
  managed: ['managed', 'administrado'],
  is: ['is', 'es'],
} as const;
export type Operator = keyof typeof names;

const operators = Object.keys(names) as readonly Operator[];

const byName: ReadonlyMap<string, Operator> = new Map(
  operators.flatMap((operator) => names[operator].map((name) => [name, operator] as const)),
);

export function operatorOf(typed: string): Operator | null {
  return byName.get(searchKey(typed)) ?? null;
}
