import type { CommandLineTexts } from '../../shared/texts/command-line-texts.ts';
import type { Outline, OutlineOption } from './outline.ts';

/** A page of section 1 for a program, to be read by `man`. `version` is that of the package; it has no date, so that it changes with what it says. */
export function manualPage(
  outline: Outline,
  { headings }: CommandLineTexts['console'],
  version: string,
): string {
  const { name, about, usage, options, more, args } = outline;
  const lines = [
    `.TH ${name.toUpperCase().replaceAll('-', '\\-')} 1 "" "SPCP Console ${version}"`,
    // No word is parted at the end of a line, nor are lines spaced out: what is to be typed has to be read as it is.
    '.nh',
    '.ad l',
    `.SH ${headings.name}`,
    `${roff(name)} \\- ${roff(about)}`,
    `.SH ${headings.synopsis}`,
    roff(usage),
    ...(more === '' ? [] : [`.SH ${headings.description}`, asItStands(more)]),
    `.SH ${headings.options}`,
    ...args.map(item),
    ...options.map(item),
    ...(outline.commands.length === 0 ? [] : [`.SH ${headings.commands}`, sections(outline)]),
  ];
  // An empty line is one that is seen.
  return `${lines.join('\n').replaceAll(/\n\n+/g, '\n')}\n`;
}

/** Of all commands below; what a command takes as those above it do is said once, there. */
function sections({ commands, options }: Outline, above: readonly string[] = []): string {
  const known = [...above, ...options.map(({ flags }) => flags)];
  return commands.map((each) => `${section(each, known)}\n${sections(each, known)}`).join('\n');
}

function section(
  { path, usage, about, args, options, more }: Outline,
  known: readonly string[],
): string {
  return [
    `.SS ${roff(path)}`,
    roff(about),
    '.PP',
    roff(usage),
    ...args.map(item),
    ...options.filter(({ flags }) => !known.includes(flags)).map(item),
    ...(more === '' ? [] : ['.PP', asItStands(more)]),
  ].join('\n');
}

function item(each: OutlineOption | { readonly name: string; readonly about: string }): string {
  return `.TP\n${roff('flags' in each ? each.flags : `<${each.name}>`)}\n${roff(each.about)}`;
}

function asItStands(text: string): string {
  return `.nf\n${text.split('\n').map(roff).join('\n')}\n.fi`;
}

/** A line as roff takes it for text: a backslash begins an escape, a dot or a quote at its beginning a request, a bare hyphen is another sign. */
function roff(text: string): string {
  const line = text.replaceAll('\n', ' ').replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return /^[.']/.test(line) ? `\\&${line}` : line;
}
