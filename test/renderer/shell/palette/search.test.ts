import { describe, expect, it } from 'vitest';
import type { Offer } from '../../../../renderer/views/shell/palette/command.ts';
import { type Around, findOffers } from '../../../../renderer/views/shell/palette/search.ts';
import { searchKey } from '../../../../shared/model/search.ts';

const nowhere: Around = { recent: [], here: null };

const offer = (id: string, more: Partial<Offer>): Offer => ({
  id,
  section: 'commands',
  words: '',
  subject: null,
  careful: false,
  make: () => ({ label: id, sign: null, run: () => undefined }),
  ...more,
});

const verbs = [
  ['connect', false],
  ['disconnect', true],
  ['edit the profile of', false],
  ['unlock', true],
  ['undo the last change of', true],
] as const;

const proxy = (name: string, about = 'mail.example'): Offer[] => {
  const subject = { id: name, name: searchKey(name), about: searchKey(about) };
  return [
    offer(`open ${name}`, { section: 'proxies', words: 'open', subject }),
    ...verbs.map(([words, careful]) => offer(`${words} ${name}`, { words, subject, careful })),
  ];
};

const fleet = (count: number): Offer[] =>
  Array.from({ length: count }, (_, i) => proxy(`mail-${String(i).padStart(2, '0')}`)).flat();

const general = [
  offer('board', { section: 'pages', words: 'fleet' }),
  offer('events', { section: 'pages', words: 'events' }),
  offer('dark', { words: 'use dark colours' }),
];

const ids = (query: string, offers: readonly Offer[], around = nowhere): string[] =>
  findOffers(query, offers, around).parts.flatMap((part) => part.offers.map(({ id }) => id));

describe('the search of the palette', () => {
  const offers = [...general, ...fleet(12), ...proxy('Málaga', 'mlg.example\nEspaña')];

  it('finds a command of one proxy by the beginnings of both', () => {
    expect(ids('mail-05 dis', offers)).toEqual(['disconnect mail-05']);
    expect(ids('dis mail-05', offers)).toEqual(['disconnect mail-05']);
    expect(ids('undo mail-03', offers)).toEqual(['undo the last change of mail-03']);
  });

  it('finds whatever the case and the accents', () => {
    for (const query of ['malaga', 'MÁLAGA', 'ma\u0301laga', 'espana'])
      expect(ids(query, offers)[0]).toBe('open Málaga');
    expect(ids('nowhere', offers)).toEqual([]);
  });

  it('shows what can be done with the few proxies that a name means, after their pages', () => {
    expect(ids('mail-05', offers)).toEqual([
      'open mail-05',
      'connect mail-05',
      'edit the profile of mail-05',
      'disconnect mail-05',
      'unlock mail-05',
      'undo the last change of mail-05',
    ]);
    expect(ids('mail', offers)).toHaveLength(12);
  });

  it('puts a proxy of exactly this name, and the one whose page is open, before others', () => {
    const two = [...proxy('edge-10'), ...proxy('edge-1')];
    expect(ids('edge-1', two)[0]).toBe('open edge-1');
    const here = { recent: [], here: 'mail-07' };
    expect(ids('disconnect', offers, here)[0]).toBe('disconnect mail-07');
  });

  it('puts what begins with the word before what has it within', () => {
    const two = [offer('within', { words: 'unlock' }), offer('begins', { words: 'lock' })];
    expect(ids('lock', two)).toEqual(['begins', 'within']);
  });
});

describe('the palette without a query', () => {
  it('begins with what was done last, and has no command of single proxies but of the one that is open', () => {
    const offers = [...general, ...fleet(3)];
    const recent = ['dark', 'disconnect mail-01', 'gone with its proxy'];
    expect(findOffers(' ', offers, { recent, here: 'mail-02' }).parts).toEqual([
      { section: 'recent', offers: [offers[2], expect.objectContaining({ id: recent[1] })] },
      {
        section: 'here',
        offers: verbs.map(([verb]) => expect.objectContaining({ id: `${verb} mail-02` })),
      },
      { section: 'pages', offers: offers.slice(0, 2) },
      {
        section: 'proxies',
        offers: [0, 1, 2].map((i) => expect.objectContaining({ id: `open mail-0${i}` })),
      },
    ]);
  });
});

describe('what Enter does at once', () => {
  const offers = [...general, ...fleet(12)];
  const first = (query: string, around = nowhere) =>
    findOffers(query, offers, around).first?.id ?? null;

  it('is the first that was found', () => {
    expect(first('')).toBe('board');
    expect(first('mail-05')).toBe('open mail-05');
  });

  it('is nothing that needs care while something else may be meant', () => {
    for (const query of ['dis', 'unlock', 'undo', 'mail-0 dis']) expect(first(query)).toBeNull();
    expect(first('', { recent: ['disconnect mail-05'], here: null })).toBeNull();
  });

  it('is what needs care where it alone was meant', () => {
    expect(first('mail-05 dis')).toBe('disconnect mail-05');
  });
});

describe('the search of the palette at 1,000 proxies', () => {
  it('shows some, and says how many there are', () => {
    const offers = [...general, ...fleet(1000)];
    for (const query of ['', 'm', 'mail', 'mail-5 dis', 'disconnect', 'e']) {
      const { shown, all } = findOffers(query, offers, nowhere);
      expect(shown, query).toBe(50);
      expect(all, query).toBeGreaterThan(100);
    }
  });
});
