import type { EventDetail, FieldChange } from '../../facts/events.ts';
import { showHidden } from '../../model/hidden.ts';
import { shownText } from '../../spcp/ascii.ts';
import { beyondText } from '../alert-number.ts';
import { fieldValue } from '../field-value.ts';
import type { Format } from '../format.ts';
import type { EventTexts } from '../texts.ts';
import { titles } from './titles.ts';
import { words } from './words.ts';

export const events: EventTexts = {
  connected: ({ transport, description, unreachableSince }, format) => {
    const way = `${words.transports[transport]}, ${description}`;
    return unreachableSince === null
      ? way
      : `${way}; no alcanzado desde ${format.dateTime(unreachableSince)}`;
  },
  disconnected: ({ code }) => (code === 'cancelled' ? 'A petición del usuario' : titles[code]),
  'attempt-failed': ({ code }) => titles[code],
  'login-refused': ({ where, step }) =>
    step === 'user' ? `${where} no conoce a este usuario.` : `${where} rechazó la contraseña.`,
  restarted: ({ restarts }, format) =>
    `Sus contadores empezaron de cero (reinicio n.º ${format.number(restarts)} desde que se abrió la aplicación).`,
  changed: ({ setting, from, to, outcome, who, shell }, format) => {
    const value = setting === 'bufferSize' ? size : transformation;
    return `${words.settings[setting]}: ${value(from, format)} → ${value(to, format)} (${words.outcomes[outcome]}${by(who, shell)})`;
  },
  'canary-started': ({ plan }) => `Cambiado primero, para el plan «${showHidden(plan)}».`,
  'canary-fine': ({ plan }) => `Como antes, para el plan «${showHidden(plan)}».`,
  'canary-worse': ({ plan, because }) =>
    `Peor en: ${because.map((each) => words.canaryFindings[each]).join(', ')} (plan «${showHidden(plan)}»)`,
  'canary-unclear': ({ plan, because }) =>
    `Sin veredicto por: ${because.map((each) => words.canaryFindings[each]).join(', ')} (plan «${showHidden(plan)}»)`,
  'canary-reverted': ({ plan }) => `De nuevo como antes del plan «${showHidden(plan)}».`,
  'changed-elsewhere': ({ setting, from, to, since, until, restarted }, format) => {
    const values = `${words.settings[setting]}: ${transformation(from)} → ${transformation(to)}`;
    const when = `entre ${format.dateTime(since)} y ${format.dateTime(until)}`;
    return `${values}, no desde aquí, ${when}${restarted ? '; el proxy se reinició entretanto' : ''}`;
  },
  'alert-fired': ({ beyond, ...detail }, format) =>
    beyond === null
      ? `${alert(detail)}.`
      : `${beyondText(words, format, beyond)}${ofRule(detail.rule)}.`,
  'alert-acknowledged': ({ by: who, reason, ...detail }) =>
    `${alert(detail)}, ${acknowledged(who, reason)}`,
  'alert-over': ({ since, ...detail }, format) =>
    `${alert(detail)}, saltó ${format.dateTime(since)}.`,
  'own-network-down': ({ lost, watched }, format) =>
    `No se llega a ${format.number(lost)} de ${format.number(watched)} proxies: la red de este equipo no funciona.`,
  'own-network-acknowledged': ({ by: who, reason }) => acknowledged(who, reason),
  'own-network-up': ({ since }, format) => `No funcionaba desde ${format.dateTime(since)}.`,
  'datagrams-dropped': ({ count, received, since }, format) =>
    `${format.number(count)} de ${format.number(received)} datagramas desde ${format.dateTime(since)}; el diagnóstico del proxy dice por qué.`,
  'events-lost': ({ count, since, until }, format) =>
    `${count === 1 ? 'No se guardó' : 'No se guardaron'} ${format.number(count)} ${count === 1 ? 'evento' : 'eventos'}, de ${format.dateTime(since)} a ${format.dateTime(until)}: el almacén no daba abasto o no tenía sitio.`,
  'profile-added': edited,
  'profile-edited': ({ changes, passwordChanged, ...detail }) =>
    [
      ...changes.map(change),
      ...(passwordChanged ? ['otra contraseña'] : []),
      ...[edited(detail)].filter((said) => said !== ''),
    ].join('; '),
  'profile-removed': edited,
  unreadable: ({ kind, facts }) => `Guardado por otra versión: ${kind} ${facts}`,
};

/** Who edited a profile, from where, and its folder; empty where none of it is known. */
function edited({ by: editor, folder }: EventDetail<'profile-added'>): string {
  const hands = {
    here:
      editor.case === 'here' ? `por ${showHidden(editor.who)}, ${words.shells[editor.shell]}` : '',
    elsewhere: 'por otro programa',
    unknown: '',
  };
  return [hands[editor.case], folder === '' ? '' : `carpeta ${showHidden(folder)}`]
    .filter((said) => said !== '')
    .join('; ');
}

function alert({ about, rule }: Pick<EventDetail<'alert-fired'>, 'about' | 'rule'>): string {
  return `${words.alerts[about]}${ofRule(rule)}`;
}

function ofRule(rule: string): string {
  return rule === '' ? '' : ` (regla «${showHidden(rule)}»)`;
}

function acknowledged(who: string, reason: string): string {
  return `por ${showHidden(who)}${reason === '' ? '' : `: ${showHidden(reason)}`}`;
}

function by(who: string | null, shell: EventDetail<'changed'>['shell']): string {
  const hand = who === null ? '' : `, por ${showHidden(who)}`;
  return shell === null ? hand : `${hand}, ${words.shells[shell]}`;
}

function size(bytes: string | null, format: Format): string {
  return bytes === null ? 'desconocido' : `${format.counter(bytes)} bytes`;
}

function transformation(command: string | null): string {
  return command === null ? 'ninguna' : shownText(command);
}

function change({ field, from, to }: FieldChange): string {
  return `${words.fields[field]}: ${fieldValue(words, field, from)} → ${fieldValue(words, field, to)}`;
}
