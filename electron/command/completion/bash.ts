import { type Outline, withAllBelow } from '../outline.ts';
import { askedValues, functionName, quoted, stepsOf, wordsAfter } from './words.ts';

/** For bash: files are completed where a value is asked for that is not one of a few. */
export function bashCompletion(outline: Outline): string {
  const name = functionName(outline);
  const steps = stepsOf(outline).map(
    ({ from, word, to }) => `      ${quoted(`${from} ${word}`)}) at=${quoted(to)} ;;`,
  );
  const values = askedValues(outline).map(({ cases, choices }) => {
    const reply =
      choices.length === 0
        ? 'compopt -o default'
        : `COMPREPLY=($(compgen -W ${quoted(choices.join(' '))} -- "$current"))`;
    return `    ${cases}) ${reply}; return ;;`;
  });
  const words = withAllBelow(outline).map((each) => {
    const texts = wordsAfter(each).map(({ text }) => text);
    return `    ${quoted(each.path)}) words=${quoted(texts.join(' '))} ;;`;
  });
  return `# bash completion of ${outline.name}
${name}() {
  local at=${quoted(outline.path)} current=\${COMP_WORDS[COMP_CWORD]} words='' i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at \${COMP_WORDS[i]}" in
${steps.join('\n')}
    esac
  done
  case "$at \${COMP_WORDS[COMP_CWORD - 1]}" in
${values.join('\n')}
  esac
  case "$at" in
${words.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ \${#COMPREPLY[@]} -gt 0 ]] || compopt -o default
}
complete -F ${name} ${outline.name}
`;
}
