import type { CommandLineTexts } from '../command-line-texts.ts';

/** Lo que `spcp-console` dice de sí misma, y los títulos del manual. */
export const consoleTexts: CommandLineTexts['console'] = {
  about: 'Una consola para administradores de proxies que hablan SPCP.',
  more: `Cada uno tiene su propia ayuda: spcp-console serve --help. «spcp» es «spcp-console cli» en breve.
Códigos de salida: 0 hecho, 2 argumentos incorrectos; si no, los de lo que se llamó.`,
  version: 'muestra la versión',
  serve: 'la consola en un navegador, en esta máquina',
  cli: 'lecturas y cambios de una vez, para scripts',
  referenceProxy: 'proxies para probar la consola',
  completion: 'muestra lo que completa las palabras de spcp-console y spcp en un shell',
  shell: 'el shell',
  headings: {
    name: 'NOMBRE',
    synopsis: 'SINOPSIS',
    description: 'DESCRIPCIÓN',
    options: 'OPCIONES',
    commands: 'COMANDOS',
  },
};
