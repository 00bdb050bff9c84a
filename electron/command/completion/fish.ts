import { type Outline, type OutlineOption, withAllBelow } from '../outline.ts';
import { functionName, inShort, stepsOf } from './words.ts';

/** For fish. */
export function fishCompletion(outline: Outline): string {
  const at = `_${functionName(outline)}_at`;
  const steps = stepsOf(outline).map(
    ({ from, word, to }) => `      case ${quoted(`${from} ${word}`)}\n        set at ${quoted(to)}`,
  );
  const complete = `complete -c ${outline.name}`;
  const lines = withAllBelow(outline).flatMap(({ path, commands, args, options }) => {
    const here = `-n ${quoted(`${at} ${quoted(path)}`)}`;
    return [
      ...commands.map(
        ({ name, about }) =>
          `${complete} ${here} -f -a ${quoted(name)} -d ${quoted(inShort(about))}`,
      ),
      ...args.flatMap(({ choices, about }) =>
        choices.length === 0
          ? []
          : [`${complete} ${here} -f -a ${quoted(choices.join(' '))} -d ${quoted(inShort(about))}`],
      ),
      ...options.map((option) => `${complete} ${here} ${flags(option)}`),
    ];
  });
  return `# fish completion of ${outline.name}
function ${at}
  set -l at ${quoted(outline.path)}
  for word in (commandline -opc)[2..]
    switch "$at $word"
${steps.join('\n')}
    end
  end
  test "$at" = "$argv[1]"
end
${lines.join('\n')}
`;
}

function flags({ names, about, takesValue, choices }: OutlineOption): string {
  const letters = names.map((name) =>
    name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
  );
  const value = choices.length === 0 ? '-r' : `-x -a ${quoted(choices.join(' '))}`;
  return [...letters, ...(takesValue ? [value] : []), `-d ${quoted(inShort(about))}`].join(' ');
}

/** In single quotes, as fish reads them. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
