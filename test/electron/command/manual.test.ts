import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { describeConsole, describeShort } from '../../../electron/command/describe.ts';
import { manualPage } from '../../../electron/command/manual.ts';
import { outlineOf, withAllBelow } from '../../../electron/command/outline.ts';
import { commandLineTexts } from '../../../shared/texts/command-line.ts';
import { missingProgram } from '../../support/has-program.ts';
import { whySkipped } from '../../support/why-skipped.ts';

const missing = missingProgram('groff');

const described = (['en', 'es'] as const).flatMap((language) =>
  [describeConsole, describeShort].map(async (describe) => {
    const outline = outlineOf(await describe(language, process));
    return {
      name: `${outline.name} in ${language}`,
      outline,
      page: manualPage(outline, commandLineTexts(language).console, '1.2.3'),
    };
  }),
);
const pages = await Promise.all(described);

describe.each(pages)('the manual of $name', ({ outline, page }) => {
  test.skipIf(missing !== null)(`is set without a warning${whySkipped(missing)}`, () => {
    const args = ['-man', '-Kutf8', '-Tutf8', '-ww', '-rLL=200n'];
    const set = execFileSync('groff', args, {
      input: page,
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const warned = execFileSync('sh', ['-c', 'exec groff "$@" 2>&1 >/dev/null', 'sh', ...args], {
      input: page,
      encoding: 'utf8',
    });
    expect(warned).toBe('');
    const words = plain(set);
    const has = (text: string) => expect(words.includes(plain(text)), text).toBe(true);
    for (const { usage, options, args } of withAllBelow(outline)) {
      has(usage);
      for (const { flags, about } of options) has(`${flags} ${about}`);
      for (const { name } of args) has(`<${name}>`);
    }
    has(outline.more);
  });

  test('tells of commands, in its language, and of passwords without any of them', () => {
    expect(page.startsWith(`.TH ${outline.name.toUpperCase().replaceAll('-', '\\-')} 1 `)).toBe(
      true,
    );
    expect(page).toContain('"SPCP Console 1.2.3"');
  });
});

test('what roff would take for its own is text', () => {
  const [first] = pages;
  if (first === undefined) throw new Error('there is no page');
  const outline = { ...first.outline, about: '.so /etc/passwd', more: "'br\nC:\\new" };
  const page = manualPage(outline, commandLineTexts('en').console, '1');
  expect(page).toContain('\n\\&.so /etc/passwd\n'.replace('\n\\&', '\\- \\&'));
  expect(page).toContain("\n\\&'br\nC:\\enew\n");
});

/** As it is read: without the attributes of a terminal, and in lines of no length. */
function plain(text: string): string {
  let out = '';
  for (const part of text.split('\u001b[')) out += part.replace(/^[0-9;]*m/, '');
  return out.replaceAll(/[‐−]/g, '-').replaceAll(/\s+/g, ' ').trim();
}
