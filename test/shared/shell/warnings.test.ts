import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShell } from '../../../shared/shell/parse.ts';
import { warningsOf } from '../../../shared/shell/warnings.ts';

const said = (text: string): readonly string[] =>
  warningsOf(text).map(({ code, what }) => `${code}: ${what}`);

describe('a transformation that does what it says', () => {
  it.each([
    'tr a-z A-Z',
    "sed 's/a|b > c & d/x/g'",
    'sed "s/(/)/" | rev',
    'cat',
    'cat -n',
    'cat - /etc/motd',
    '(echo "X-Seen: yes"; cat)',
    'echo X-Seen: yes; cat',
    '{ echo a; cat; }',
    'tee /dev/null',
    'tr a b 2>/dev/null',
    'tr a b 2>&1',
    'LC_ALL=C sed s/a/b/',
    '/opt/filters/clean --quiet',
    'awk "{ print \\$1 }"',
    'awk \'{ print $1 > "/dev/stderr" }\'',
    'sed "s/x/$((1 + (2 * 3)))/"',
    'sed "s/x/$(date "+%Y")/"',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: what a shell expands
    'sed "s/x/${HOME:-none}/"',
    'sed s/`hostname`/here/',
    'while read -r line; do echo "$line"; done',
    'if grep -q x; then echo y; fi',
    'case $HOME in /root) tr a b;; *) cat;; esac',
    'true && cat || exit 1',
    '! grep x',
    'sed s/#/x/',
    '   ',
  ])('is warned of nothing: %s', (text) => {
    expect(said(text)).toEqual([]);
  });
});

describe('what is begun and not ended', () => {
  it.each([
    ["sed 's/a/b/", "open-single: '"],
    ['sed "s/a/b/', 'open-double: "'],
    ['sed s/`date/b/', 'open-backquote: `'],
    ['sed s/$(date/b/', 'open-parenthesis: $'],
    ['(tr a b', 'open-parenthesis: ('],
    ['sed "s/${HOME/b/"', 'open-brace: $'],
    ['tr a b \\', 'open-backslash: \\'],
  ])('%s', (text, warning) => {
    expect(said(text)).toContain(warning);
  });

  it('are told by their weight: an unclosed quote before a program that is unusual', () => {
    expect(said("foo | bar 'x")[0]).toMatch(/^open-single/);
    expect(said('foo | tr a b > /tmp/x').map((each) => each.split(':')[0])).toEqual([
      'output-none',
      'writes-file',
      'program-unusual',
    ]);
  });

  it('is marked at its place', () => {
    expect(warningsOf("tr a b | sed 's/x/")).toMatchObject([{ start: 13, end: 14 }]);
  });
});

describe('operators with nothing beside them', () => {
  it.each([
    ['tr a b |', ['stray: |']],
    ['| tr a b', ['stray: |']],
    ['cat &&', ['stray: &&']],
    ['cat )', ['stray: )']],
    ['cat >', ['stray: >']],
    ['cat;', []],
  ])('%s', (text, warnings) => {
    expect(said(text)).toEqual(warnings);
  });
});

describe('what a command line does beside its result', () => {
  it('writes a file', () => {
    expect(said('tee /tmp/copy')).toEqual(['writes-file: /tmp/copy']);
    expect(said('cat > /tmp/x')).toEqual(['output-none: cat', 'writes-file: /tmp/x']);
    expect(said('tr a b 2>>"/tmp/a log"')).toEqual(['writes-file: "/tmp/a log"']);
    expect(said('sed "s/x/$(date > /tmp/y)/"')).toContain('writes-file: /tmp/y');
  });

  it('runs in the background', () => {
    expect(said('cat & sleep 1')).toEqual(['background: &']);
    expect(said('cat 2>&1')).toEqual([]);
  });

  it('leaves the rest of the line out', () => {
    expect(said('cat # all of it')).toEqual(['comment: # all of it']);
  });

  it('runs programs that not every host has', () => {
    expect(said('spamc -f')).toEqual(['program-unusual: spamc']);
    expect(said('./clean')).toEqual(['program-relative: ./clean']);
    expect(said('A=1 bin/clean | tr a b')).toEqual(['program-relative: bin/clean']);
    expect(said('tr a b; for x in a b; do cat; done')).toEqual([]);
  });
});

describe('mail that gets lost', () => {
  it.each([
    ['echo hello', ['input-unread: echo']],
    ['date', ['input-unread: date']],
    ['cat /etc/motd', ['input-unread: cat']],
    ['tr a b < /etc/motd', ['input-unread: tr', 'reads-file: /etc/motd']],
    ['true', ['input-unread: true', 'output-none: true']],
    ['(echo a; date) | cat', ['input-unread: (echo a; date) | cat']],
    ['tr a b | echo done', ['pipe-unread: echo']],
    ['cat > /dev/null', ['output-none: cat']],
    ['tr a b | grep -q x', ['output-none: grep']],
    ['tr a b | true', ['output-none: true', 'pipe-unread: true']],
  ])('%s', (text, warnings) => {
    expect([...said(text)].sort()).toEqual(warnings);
  });
});

describe('any text at all', () => {
  const shellish = fc
    .array(
      fc.constantFrom(...'\'"`$(){}|&;<>#\\ \ta1-*=', '$(', '$((', '))', 'cat', 'case', 'in'),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join(''));

  it('is taken apart without a fault, each mark inside of it', () => {
    fc.assert(
      fc.property(fc.oneof(shellish, fc.string(), fc.string({ unit: 'binary' })), (text) => {
        for (const { start, end } of warningsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThanOrEqual(end);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps what is in single quotes as it is', () => {
    const quoted = fc.string({ unit: 'grapheme-ascii' }).filter((text) => !text.includes("'"));
    fc.assert(
      fc.property(quoted, (text) => {
        const { root, open } = parseShell(`tr '${text}' b`);
        expect(open).toEqual([]);
        expect(root.pipelines[0]?.[0]?.words.map(({ value }) => value)).toEqual(['tr', text, 'b']);
      }),
    );
  });

  // In time that grows with the square each of these takes minutes.
  it.each([
    '(',
    ')',
    '$(',
    '$((',
    '"',
    "'",
    '`',
    '"$(',
    '`"',
    '|',
    '&',
    '>',
    '\\',
    'a',
    'a ',
    '#',
    '2>&1 ',
  ])('takes time in proportion to its length: %s', (part) => {
    warningsOf(part.repeat(200_000));
  });
});
