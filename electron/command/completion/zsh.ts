import { type Outline, withAllBelow } from '../outline.ts';
import {
  askedValues,
  functionName,
  inShort,
  quoted,
  stepsOf,
  type Word,
  wordsAfter,
} from './words.ts';

/** For zsh, both as a file of its functions' path and to be sourced. */
export function zshCompletion(outline: Outline): string {
  const name = functionName(outline);
  const steps = stepsOf(outline).map(
    ({ from, word, to }) => `      (${quoted(`${from} ${word}`)}) at=${quoted(to)} ;;`,
  );
  const values = askedValues(outline).map(({ cases, choices }) => {
    const reply = choices.length === 0 ? '_files' : `compadd -- ${choices.map(quoted).join(' ')}`;
    return `    (${cases}) ${reply}; return ;;`;
  });
  const words = withAllBelow(outline).map(
    (each) => `    (${quoted(each.path)}) known=(${wordsAfter(each).map(described).join(' ')}) ;;`,
  );
  return `#compdef ${outline.name}
${name}() {
  local at=${quoted(outline.path)} i
  local -a known
  for ((i = 2; i < CURRENT; i++)); do
    case "$at \${words[i]}" in
${steps.join('\n')}
    esac
  done
  case "$at \${words[CURRENT - 1]}" in
${values.join('\n')}
  esac
  case "$at" in
${words.join('\n')}
  esac
  _describe -t words ${quoted(outline.name)} known || _files
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  ${name} "$@"
else
  compdef ${name} ${outline.name}
fi
`;
}

/** A colon parts a word from what is said of it. */
function described({ text, about }: Word): string {
  return quoted(`${text.replaceAll(':', '\\:')}:${inShort(about)}`);
}
