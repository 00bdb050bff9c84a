/** Why somebody stands before the door. */
export type DoorReason = 'no-session' | 'token-not-valid';

const texts = {
  'no-session': {
    en: 'Open the console with the address that it printed where it runs. In that terminal, Enter prints a new one.',
    es: 'Abra la consola con la dirección que imprimió al iniciarse. En esa terminal, Intro imprime una nueva.',
  },
  'token-not-valid': {
    en: 'This address was used already, or is too old: each is good for one browser, once. In the terminal where the console runs, Enter prints a new one; where there is no terminal, start the console again.',
    es: 'Esta dirección ya se usó o es demasiado antigua: cada una sirve para un navegador, una sola vez. En la terminal donde se ejecuta la consola, Intro imprime una nueva; si no hay terminal, reinicie la consola.',
  },
} as const satisfies Record<DoorReason, { en: string; es: string }>;

/** All that is served to a browser that was not let in. It stands outside of the user interface, whose texts lie in its locales. */
export function doorPage(reason: DoorReason): string {
  const { en, es } = texts[reason];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>SPCP Console</title>
<style>body { font: 1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem }</style>
</head>
<body>
<h1>SPCP Console</h1>
<p>${en}</p>
<p lang="es">${es}</p>
</body>
</html>
`;
}
