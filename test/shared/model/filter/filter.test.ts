import { describe, expect, it } from 'vitest';
import {
  createFilter,
  type FilterFacts,
  type FilterWords,
} from '../../../../shared/model/filter/filter.ts';
import { profileDraftSchema } from '../../../../shared/model/profile.ts';

const words: FilterWords = {
  state: {
    ready: ['Listo'],
    waiting: ['Aún no listo'],
    'needs-attention': ['Requiere atención'],
    off: ['Apagado'],
  },
  environment: { development: ['Desarrollo'], staging: ['Pruebas'], production: ['Producción'] },
  via: { udp: ['UDP'], kernel: ['SCTP del núcleo'], ssh: ['SSH'], auto: ['Automático'] },
  unlike: { any: [], transformation: ['Transformación'], bytesPerSecond: ['Caudal'] },
  is: { unlike: ['Distinto'], trouble: ['Con problemas'], favourite: ['Favorito'] },
  colour: { none: ['Ninguno'], red: ['Rojo'] },
  password: { here: ['guardada'], none: ['falta'], elsewhere: [] },
  managed: { yes: ['Sí'], no: ['No'] },
};
const calm: FilterFacts = { state: 'ready', via: 'udp', unlike: [], trouble: false };

const proxies = [
  {
    name: 'Málaga',
    host: 'mlg.example',
    folder: 'Europe/Spain',
    environment: 'production',
    favourite: true,
  },
  {
    name: 'Bogotá 2',
    host: 'bog.example',
    folder: 'America',
    port: 9191,
    colour: 'red',
    notes: 'Armario 7\nLlamar a Zoë',
  },
  { name: 'Bench', host: '::1', udpPort: 9901, transport: 'udp' },
  {
    name: 'Far',
    tags: 'mail, Iberia',
    host: 'far.example',
    user: 'operator',
    transport: 'ssh',
    sshDestination: 'ops@jump.example',
  },
].map((draft) => ({
  ...profileDraftSchema.parse({ user: 'admin', ...draft }),
  savedPassword: draft.name === 'Bench' ? ('none' as const) : ('here' as const),
  ...(draft.name === 'Far' ? { managed: { notes: 'Ask Eva' } } : {}),
}));
const factsOf: Readonly<Record<string, Partial<FilterFacts>>> = {
  Málaga: { unlike: ['transformation'] },
  'Bogotá 2': { state: 'needs-attention', via: null, trouble: true },
  Bench: { state: 'off', via: null },
  Far: { state: 'waiting', via: null, unlike: ['bytesPerSecond'], trouble: true },
};

const fitting = (text: string): string[] => {
  const { fits } = createFilter(text, words);
  return proxies
    .filter((profile) => fits(profile, { ...calm, ...factsOf[profile.name] }))
    .map(({ name }) => name);
};
const all = proxies.map(({ name }) => name);

describe('the filter', () => {
  it.each<[string, readonly string[]]>([
    ['', all],
    ['malaga', ['Málaga']],
    ['MLG.EX', ['Málaga']],
    ['spain malaga', ['Málaga']],
    ['spain bogota', []],
    ['"bogota 2"', ['Bogotá 2']],
    ['"2 bogota"', []],
    ['-example', ['Bench']],
    ['example -spain', ['Bogotá 2', 'Far']],
    [':9191', ['Bogotá 2']],
    ['produ', ['Málaga']],
    ['state:ready', ['Málaga']],
    ['estado:apagado', ['Bench']],
    ['state:"requiere atencion"', ['Bogotá 2']],
    ['state:off,needs', ['Bogotá 2', 'Bench']],
    ['-state:ready -state:off', ['Bogotá 2', 'Far']],
    ['env:prod', ['Málaga']],
    ['entorno:desarrollo', ['Bogotá 2', 'Bench', 'Far']],
    ['folder:spain', ['Málaga']],
    ['folder:europe/spain', ['Málaga']],
    ['folder:pain', []],
    ['folder:""', ['Bench', 'Far']],
    ['host:jump', ['Far']],
    ['host:malaga', []],
    ['port:9191', ['Bogotá 2']],
    ['port:9901', ['Bench']],
    ['port:9100-9200,9901', ['Bogotá 2', 'Bench']],
    ['via:ssh', ['Far']],
    ['vía:udp', ['Málaga', 'Bench']],
    ['is:unlike', ['Málaga', 'Far']],
    ['unlike:any', ['Málaga', 'Far']],
    ['unlike:transf', ['Málaga']],
    ['unlike:caudal', ['Far']],
    ['is:trouble', ['Bogotá 2', 'Far']],
    ['es:distinto -malaga', ['Far']],
    ['user:oper', ['Far']],
    ['-usuario:admin', ['Far']],
    ['operator', ['Far']],
    ['note:zoe', ['Bogotá 2']],
    ['note:""', ['Málaga', 'Bench']],
    ['armario', ['Bogotá 2']],
    ['jump', ['Far']],
    ['colour:rojo', ['Bogotá 2']],
    ['-color:none', ['Bogotá 2']],
    ['password:none', ['Bench']],
    ['managed:yes', ['Far']],
    ['administrado:sí', ['Far']],
    ['-managed:yes', ['Málaga', 'Bogotá 2', 'Bench']],
    ['note:eva', ['Far']],
    ['contraseña:guardada -spain', ['Bogotá 2', 'Far']],
    ['is:favourite', ['Málaga']],
    ['-es:favorito', ['Bogotá 2', 'Bench', 'Far']],
  ])('%s', (text, names) => expect(fitting(text)).toEqual(names));

  it('says whether it asks for what a proxy does now', () => {
    for (const text of ['state:off', '-via:udp', 'mail is:trouble', 'unlike:any']) {
      expect(createFilter(text, words).live, text).toBe(true);
    }
    for (const text of ['', 'ready', 'tag:mail -host:x note:state', 'colour:red']) {
      expect(createFilter(text, words).live, text).toBe(false);
    }
  });

  it('says whether it asks who is unlike the others', () => {
    for (const text of ['-unlike:any', 'is:trouble', 'mail distinto:any']) {
      expect(createFilter(text, words).compares, text).toBe(true);
    }
    for (const text of ['state:off', 'via:udp', 'unlike', '']) {
      expect(createFilter(text, words).compares, text).toBe(false);
    }
  });

  it('leaves out what is not typed to its end', () => {
    for (const text of ['state:', 'state: ', '-folder:', 'port:', '""']) {
      expect(fitting(text), text).toEqual(all);
      expect(createFilter(text, words).problems).toEqual([]);
    }
  });

  it('tells what means nothing, and lets the rest hold', () => {
    expect(fitting('state:broken spain')).toEqual(['Málaga']);
    expect(createFilter('state:broken,ready port:x stat:ready', words).problems).toEqual([
      {
        kind: 'unknown-value',
        operator: 'state',
        value: 'broken',
        known: ['Listo', 'Aún no listo', 'Requiere atención', 'Apagado'],
      },
      { kind: 'no-port', value: 'x' },
      { kind: 'unknown-operator', value: 'stat:' },
    ]);
    expect(fitting('state:broken,ready')).toEqual(['Málaga']);
  });

  it('finds what looks like an operator and is none', () => {
    expect(fitting('example:9191')).toEqual(['Bogotá 2']);
  });
});

describe('a tag', () => {
  it('is found by its operator, by its beginning, and as a word', () => {
    expect(fitting('tag:mail')).toEqual(['Far']);
    expect(fitting('etiqueta:iber')).toEqual(['Far']);
    expect(fitting('tag:ail')).toEqual([]);
    expect(fitting('iberia')).toEqual(['Far']);
  });
});
