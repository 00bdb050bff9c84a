import type { usageCases, ValueRule } from '../../facts/usage-errors.ts';
import { shortDuration } from '../../model/duration.ts';
import type { ProfileDraft } from '../../model/profile.ts';
import type { Format } from '../format.ts';
import { type ErrorTexts, type SaidError, type Telling, tell } from '../texts.ts';
import { fieldOptions } from './field-options.ts';

type UsageTexts = Pick<ErrorTexts['invalid-input'], keyof typeof usageCases>;

export const valueRules: Telling<ValueRule, string> = {
  duration: ({ min, max }) =>
    `Es un número con su unidad, como 500ms, 5s, 2m o 1h, entre ${shortDuration(min)} y ${shortDuration(max)}.`,
  integer: ({ min, max }) => `Es un número entero de ${min} a ${max}.`,
  bytes: ({ min, max }) =>
    `Es un número entero de bytes, de dos cifras al menos, o uno con k (KiB, 1024 bytes) o M (MiB, 1024 veces eso), como 64k; de ${min} a ${max} bytes.`,
  seconds: () => 'Es un número de segundos, por ejemplo 1 o 0.5.',
  moment: () =>
    'Es una fecha o una hora, por ejemplo 2026-05-01 o 2026-05-01T08:30, o hace tanto tiempo, como 90m, 24h o 7d.',
  directory: () => 'Es la ruta de un directorio.',
  path: () => 'Está vacío; es una ruta.',
  name: () => 'Son de 1 a 80 caracteres que se ven.',
  reason: ({ most }) => `Tiene ${most} caracteres como mucho.`,
  transformation: ({ empty }) =>
    empty
      ? 'No contiene nada; «transformation clear» la desactiva.'
      : 'Son de 1 a 255 caracteres ASCII imprimibles.',
  choice: ({ choices }) => `Es una de estas palabras: ${choices.join(', ')}.`,
};

export const usageErrors: UsageTexts = {
  'command-missing': ({ help }) => usage('Falta un comando.', help),
  'command-unknown': ({ help, command, nearest }) =>
    usage(`No hay ningún comando «${command}».${orNearest(nearest)}`, help),
  'option-unknown': ({ help, option, nearest }) =>
    usage(`No hay ninguna opción ${option}.${orNearest(nearest)}`, help),
  'option-value-missing': ({ help, option }) => usage(`${option} no tiene ningún valor.`, help),
  'option-missing': ({ help, option }) => usage(`Escriba ${option} para que se haga.`, help),
  'argument-missing': ({ help, argument }) => usage(`Falta el argumento <${argument}>.`, help),
  'arguments-excess': ({ help }) =>
    usage('Sobran argumentos. Ponga entre comillas un valor que tenga espacios.', help),
  'options-conflict': ({ help, option, other }) =>
    usage(`${option} y ${other} no pueden ir juntas.`, help),
  value: ({ help, option, given, rule }, format: Format) =>
    usage(`${option} no puede ser «${given}». ${tell(valueRules, rule, format)}`, help),
  fields: ({ help, missing, wrong, hidden }) => {
    const faults = [
      ...missing.map((field) => fault(field, 'falta')),
      ...wrong.map((field) => fault(field, 'no es válido')),
      ...hidden.map(({ field, character }) =>
        fault(field, `contiene ${character}, un carácter que nadie ve`),
      ),
    ];
    return usage(`${faults.join('; ')}.`, help);
  },
  'given-twice': ({ help, field, inHost }) =>
    usage(
      `--host indica ${field === 'port' ? 'el puerto' : 'el usuario'} ${inHost}, y --${field} otro. Indique solo uno de ellos.`,
      help,
    ),
  'proxy-missing': ({ help }) =>
    usage('Indique qué proxy: --profile NOMBRE, o --host HOST --user USUARIO.', help),
  'ssh-destination-missing': ({ help }) =>
    usage('Falta --ssh-destination: --transport ssh pasa por ahí.', help),
  'not-ssh': ({ help }) =>
    usage('--ssh-destination y --relay-command solo van con --transport ssh.', help),
  'not-udp': ({ help, transport }) =>
    usage(`--udp-port va con --transport udp o auto, no con ${transport}.`, help),
  'option-unused': ({ help, option, command }) =>
    usage(`${option} está de más: «${command}» no la usa.`, help),
  'password-unused': ({ help, option }) =>
    usage(
      `${option} está de más: la línea de comandos no guarda ninguna contraseña. Désela a cada comando que inicia sesión, o introdúzcala en la aplicación.`,
      help,
    ),
  targets: ({ help }) =>
    usage(
      'Indique qué proxies, de una sola manera: nombres de perfiles, --folder, --tag o --search.',
      help,
    ),
  'no-target': ({ help }) => usage('Ningún perfil es así, y no hay nada que planear.', help),
  'plan-value': ({ help }) =>
    usage('Indique una de estas: --transformation, --no-transformation o --buffer-size.', help),
  'plan-several': ({ help, name, ids }) =>
    usage(
      `Varios planes se llaman «${name}». Indique cuál por el principio de su id: ${ids}.`,
      help,
    ),
  'search-word': ({ help, word }) =>
    usage(`«${word}» no significa nada aquí: no se elige nada por media búsqueda.`, help),
  'search-live': ({ help }) =>
    usage(
      'La búsqueda pregunta qué hacen ahora los proxies, y eso solo lo sabe una ventana. Úsela allí, o busque por lo que dicen los perfiles.',
      help,
    ),
  'report-span': ({ help }) =>
    usage(
      'Indique los días como 2026-05-01, --from no después de --to, dentro de un año y con al menos el primero ya empezado.',
      help,
    ),
  'output-exists': ({ help, path }) =>
    usage(`Ya hay un archivo: ${path}. Indique otro, o reemplácelo con --replace.`, help),
  'password-option': ({ help }) =>
    usage(
      'No hay ninguna opción --password: todos los usuarios de este equipo pueden leer los argumentos de un proceso. Use --password-stdin o SPCP_PASSWORD.',
      help,
    ),
};

function usage(message: string, help: string): SaidError {
  return { title: 'Argumentos no válidos', message, remedy: `Véase: ${help}` };
}

function orNearest(nearest: string): string {
  return nearest === '' ? '' : ` Quizá: ${nearest}.`;
}

function fault(field: keyof ProfileDraft, what: string): string {
  const { option, rule } = fieldOptions[field];
  return `${option} ${what}: ${rule}`;
}
