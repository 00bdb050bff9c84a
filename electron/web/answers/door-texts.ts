import type { DoorLanguage } from './language.ts';

/** Why somebody stands before the door, or cannot be let in through it. */
export type DoorReason =
  | 'no-session'
  | 'no-key'
  | 'token-not-valid'
  | 'other-name'
  | 'other-place'
  | 'nothing-kept'
  | 'no-script';

export interface DoorText {
  readonly title: string;
  readonly text: string;
  /** What to do now, in order. */
  readonly steps: readonly string[];
}

/** `{port}` stands for the port that the server listens on. */
type DoorTexts = Readonly<Record<DoorReason, DoorText>>;

const freshAddress = {
  en: [
    'Go to the terminal where the console runs and press Enter: it prints a fresh address.',
    'Open that address in this browser. It is good once.',
  ],
  es: [
    'Vaya a la terminal donde se ejecuta la consola y pulse Intro: imprime una dirección nueva.',
    'Abra esa dirección en este navegador. Sirve una sola vez.',
  ],
} as const;

const tunnel = {
  en: [
    'On your own machine, forward the same port number: ssh -L {port}:127.0.0.1:{port} HOST',
    'Press Enter in the terminal where the console runs, and open the fresh address as it is printed.',
  ],
  es: [
    'En su propio equipo, redirija el mismo número de puerto: ssh -L {port}:127.0.0.1:{port} HOST',
    'Pulse Intro en la terminal donde se ejecuta la consola y abra la dirección nueva tal como se imprime.',
  ],
} as const;

const en: DoorTexts = {
  'no-session': {
    title: 'The console lets this browser in by its address',
    text: 'This browser was not let in yet, or its session ended.',
    steps: freshAddress.en,
  },
  'no-key': {
    title: 'This window was not let in yet',
    text: 'A window gets what it needs from another one of the console, and none that could give it is open in this browser.',
    steps: freshAddress.en,
  },
  'token-not-valid': {
    title: 'This address is not good any more',
    text: 'It was used already, or is too old. Where the console has no terminal, start it again.',
    steps: freshAddress.en,
  },
  'other-name': {
    title: 'The console is not reached under this name',
    text: 'It answers as http://127.0.0.1:{port} only, so that no other site can speak to it.',
    steps: tunnel.en,
  },
  'other-place': {
    title: 'The console does not work at this address',
    text: 'Something between this browser and the console, such as a reverse proxy, serves it under another name or path. It works as http://127.0.0.1:{port}/ only.',
    steps: tunnel.en,
  },
  'nothing-kept': {
    title: 'This browser keeps nothing for this page',
    text: 'The console needs cookies and session storage.',
    steps: ['Allow cookies and site data for 127.0.0.1.', ...freshAddress.en],
  },
  'no-script': {
    title: 'This browser runs no scripts',
    text: 'The console is a program that runs in the browser.',
    steps: ['Allow JavaScript for 127.0.0.1.', ...freshAddress.en],
  },
};

const es: DoorTexts = {
  'no-session': {
    title: 'La consola admite este navegador por su dirección',
    text: 'Este navegador aún no fue admitido o su sesión ha terminado.',
    steps: freshAddress.es,
  },
  'no-key': {
    title: 'Esta ventana aún no fue admitida',
    text: 'Una ventana recibe lo que necesita de otra de la consola, y en este navegador no hay ninguna abierta que pueda dárselo.',
    steps: freshAddress.es,
  },
  'token-not-valid': {
    title: 'Esta dirección ya no sirve',
    text: 'Ya se usó o es demasiado antigua. Si la consola no tiene terminal, reiníciela.',
    steps: freshAddress.es,
  },
  'other-name': {
    title: 'La consola no responde con este nombre',
    text: 'Solo responde como http://127.0.0.1:{port}, para que ningún otro sitio pueda hablar con ella.',
    steps: tunnel.es,
  },
  'other-place': {
    title: 'La consola no funciona en esta dirección',
    text: 'Algo entre este navegador y la consola, como un proxy inverso, la sirve con otro nombre u otra ruta. Solo funciona como http://127.0.0.1:{port}/.',
    steps: tunnel.es,
  },
  'nothing-kept': {
    title: 'Este navegador no guarda nada para esta página',
    text: 'La consola necesita cookies y almacenamiento de sesión.',
    steps: ['Permita las cookies y los datos de sitio para 127.0.0.1.', ...freshAddress.es],
  },
  'no-script': {
    title: 'Este navegador no ejecuta scripts',
    text: 'La consola es un programa que se ejecuta en el navegador.',
    steps: ['Permita JavaScript para 127.0.0.1.', ...freshAddress.es],
  },
};

/** These stand outside of the user interface, whose texts lie in its locales: who sees them was not given that. */
const doorTexts: Readonly<Record<DoorLanguage, DoorTexts>> = { en, es };

export function doorText(language: DoorLanguage, reason: DoorReason, port: number): DoorText {
  const fill = (text: string): string => text.replaceAll('{port}', String(port));
  const { title, text, steps } = doorTexts[language][reason];
  return { title, text: fill(text), steps: steps.map(fill) };
}
