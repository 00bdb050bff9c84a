import type { CommandLineTexts } from '../command-line-texts.ts';

/** Lo que `spcp-console` dice de sí misma, y los títulos del manual. */
export const consoleTexts: CommandLineTexts['console'] = {
  about: 'Una consola para administradores de proxies que hablan SPCP.',
  more: `Cada uno tiene su propia ayuda: spcp-console serve --help. «spcp» es «spcp-console cli» en breve.
Códigos de salida: 0 hecho, 2 argumentos incorrectos; si no, los de lo que se llamó.`,
  version: 'muestra la versión',
  serve: 'la consola en un navegador, en este equipo',
  collectSummary: 'vigila una flota como servicio, sin nadie delante',
  collect: {
    about: 'SPCP Console como servicio: vigila la flota sin ventanas y sin nadie delante',
    more: `Una bóveda con frase de contraseña se desbloquea con SPCP_VAULT_PASSPHRASE o con --vault-passphrase-stdin; un comando externo no necesita a nadie.
De dos recolectores con la misma parte, el segundo espera, y la toma cuando el primero ya no está. SIGHUP relee los archivos, SIGTERM termina en orden.
Códigos de salida: 0 se pidió terminar, 1 no pudo arrancar o ya no tiene su parte, 2 argumentos incorrectos.`,
    shard: 'vigila una parte de la flota, por ejemplo 2/5',
    listen: 'responde a /healthz y /readyz en [dirección:]puerto; en loopback si no se indica otra',
    leaseDir:
      'el directorio que comparten todos los recolectores de la flota, por el que cada parte tiene uno',
    dataDir: 'dónde están los perfiles, el historial y el registro de auditoría',
    passphrase: 'desbloquea la bóveda con la primera línea de la entrada estándar',
    logJson: 'escribe el registro como líneas JSON en la salida de errores',
    noShard: 'Es una parte como 2/5: un número, y cuántas hay, 1000 como mucho.',
    noAddress: 'Es un puerto, o una dirección IP y un puerto: 9460, 192.0.2.7:9460, [::1]:9460.',
    noDirectory: 'Es la ruta de un directorio.',
  },
  attach: 'une una ventana de otro equipo con la consola que funciona aquí',
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
