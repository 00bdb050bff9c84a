import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joinCommand,
  shellSigns,
  splitCommand,
} from '../../../../renderer/views/settings/vault/choose/command-text.ts';
import { commandFields } from '../../../../shared/model/vault.ts';

const split = (text: string) => splitCommand(text, commandFields);

describe('a command as it is typed', () => {
  it.each([
    ['pass show spcp/{host}/{user}', ['pass', 'show', 'spcp/{host}/{user}']],
    [
      '  op  read "op://Private/{profile}/password" ',
      ['op', 'read', 'op://Private/{profile}/password'],
    ],
    [`a 'b c' "d \\" \\n e" f\\ g ''`, ['a', 'b c', 'd " \\n e', 'f g', '']],
    [`x'y'"z"`, ['xyz']],
    ['/opt/my tools/ask\n--host\n{host}\n\n', ['/opt/my tools/ask', '--host', '{host}']],
    ['a\r\n"b"\r\n', ['a', '"b"']],
  ])('is split: %j', (text, expected) => {
    expect(split(text)).toEqual({ arguments: expected });
  });

  it('is faulty where it is empty, a quote stays open, or a field is none', () => {
    expect(split(' \n ')).toEqual({ fault: 'empty' });
    expect(split('pass "show')).toEqual({ fault: 'quote' });
    expect(split("pass 'show")).toEqual({ fault: 'quote' });
    expect(split('pass show {password}')).toEqual({ fault: 'field', at: '{password}' });
  });

  it('is the same again when it is joined and split, whatever it holds', () => {
    const argument = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[\n{}]/.test(text));
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 6 }), (list) => {
        expect(split(joinCommand(list))).toEqual({ arguments: list });
      }),
    );
  });
});

describe('what looks like a shell', () => {
  it('is told, since none runs', () => {
    expect(shellSigns(['pass', 'show', 'x', '|', 'head', '-1'])).toEqual(['|']);
    expect(shellSigns(['~/bin/ask', '$HOME/x', '`id`', '2>/dev/null', '&&'])).toEqual([
      '~',
      '$',
      '`',
      '>',
      '&',
    ]);
    expect(shellSigns(['op', 'read', 'op://a|b/{profile}', 'cost$'])).toEqual([]);
  });
});
