import type { FindingDetail } from '../../facts/findings.ts';
import type { Format } from '../format.ts';
import type { FindingTexts } from '../texts.ts';
import { words } from './words.ts';

const { commands, statuses, rules, kernelSctp } = words;

export const findings: FindingTexts = {
  'address-given': ({ address }) => ({
    finding: `${address} es una dirección; no hay nada que consultar.`,
  }),
  'addresses-found': ({ host, address, family, others }) => ({
    finding: `${host} es ${address} (IPv${family}).${others === null ? '' : ` Otras direcciones: ${others}.`}`,
  }),
  'host-unknown': ({ host }) => ({ finding: `No hay ningún host llamado ${host}.` }),
  'name-server-silent': ({ host }) => ({
    finding: `Ningún servidor de nombres respondió por ${host}.`,
  }),
  'resolved-there': ({ sshDestination }) => ({
    finding: `La dirección se consulta en el lado de ${sshDestination}.`,
  }),
  'kernel-sctp': ({ auto }) => ({
    finding: `Este equipo tiene SCTP en el núcleo.${auto ? ' Se toma antes que SCTP sobre UDP.' : ''}`,
  }),
  'no-kernel-sctp': ({ reason }) => ({
    finding: `No se puede usar el SCTP del núcleo: ${kernelSctp[reason]}.`,
  }),
  'sctp-in-udp': ({ reason }) => ({
    finding: `Se usa SCTP sobre UDP; no necesita nada en este equipo.${reason === null ? '' : ` Se tomó porque ${kernelSctp[reason]}.`}`,
  }),
  'ssh-found': ({ version }) => ({ finding: `ssh está disponible: ${version}.` }),
  'ssh-missing': () => ({
    finding: 'No hay ningún programa ssh en este equipo.',
    advice: 'Instale un cliente SSH en este equipo.',
  }),
  'route-found': ({ address, from }) => ({
    finding: `Hay una ruta hasta ${address}, desde ${from}.`,
  }),
  'no-route': ({ address }) => ({
    finding: `No hay ninguna ruta desde aquí hasta ${address}.`,
  }),
  'sctp-answers': ({ address, udpPort }) => ({
    finding: `Un SCTP responde en ${address}, puerto UDP ${udpPort}.`,
  }),
  'probe-unanswered': ({ address, udpPort }) => ({
    finding: `Hay un SCTP en ${address}, puerto UDP ${udpPort}: respondió al establecimiento, aunque no al sondeo anterior.`,
  }),
  'udp-port-closed': ({ address, udpPort }) => ({
    finding: `El puerto UDP ${udpPort} de ${address} está cerrado.`,
  }),
  'not-sctp': ({ address, udpPort }) => ({
    finding: `Algo responde en ${address}, puerto UDP ${udpPort}, pero no es SCTP.`,
  }),
  silent: ({ address, udpPort }) => ({
    finding: `Nadie responde en ${address}, puerto UDP ${udpPort}.`,
  }),
  'ssh-connected': ({ sshDestination }) => ({
    finding: `ssh inició sesión en ${sshDestination}.`,
  }),
  'ssh-unreachable': ({ sshDestination }) => ({
    finding: `ssh no puede llegar a ${sshDestination}.`,
  }),
  'ssh-host-key': ({ sshDestination }) => ({
    finding: `ssh no confía en la clave de host de ${sshDestination}.`,
  }),
  'ssh-login-refused': ({ sshDestination }) => ({
    finding: `${sshDestination} rechazó el inicio de sesión por SSH.`,
  }),
  established: ({ where, address }) => ({
    finding: `La asociación con ${where} está establecida${address === null ? '' : `, en ${address}`}.`,
  }),
  refused: ({ host, port }) => ({
    finding: `${host} rechazó una asociación en el puerto SCTP ${port} (ABORT).`,
  }),
  'init-dropped': ({ host, port }) => ({
    finding: `Allí responde un SCTP, pero la petición de asociación (INIT) al puerto ${port} de ${host} se descartó.`,
  }),
  'init-unanswered': ({ host, port }) => ({
    finding: `Nadie respondió en ${host}, puerto SCTP ${port}.`,
  }),
  'handshake-incomplete': ({ host, port }) => ({
    finding: `${host} respondió al primer paso del establecimiento en el puerto SCTP ${port}, y después a ninguno más.`,
  }),
  'relay-missing': ({ sshDestination }) => ({
    finding: `El programa de retransmisión no está en ${sshDestination}.`,
  }),
  'no-sctp-there': ({ sshDestination }) => ({ finding: `${sshDestination} no tiene SCTP.` }),
  'relay-failed': ({ sshDestination }) => ({
    finding: `La retransmisión en ${sshDestination} falló.`,
  }),
  'relay-started': ({ sshDestination }) => ({
    finding: `La retransmisión en ${sshDestination} está en marcha, pero no dice si llegó al proxy: lo muestra el inicio de sesión.`,
  }),
  'logged-in': ({ user }) => ({ finding: `Sesión iniciada como ${user}.` }),
  'logged-in-stock': ({ user }) => ({
    finding: `Sesión iniciada como ${user}, con la contraseña de fábrica.`,
    advice:
      'Todos los servidores desplegados vienen con ella, y quien lo sepa puede ejecutar programas en el host del proxy: haga que la cambien allí.',
  }),
  'no-password': () => ({
    finding: 'No se indicó ninguna contraseña, así que no se intentó iniciar sesión.',
  }),
  'user-unknown': ({ user }) => ({ finding: `El proxy no conoce al usuario ${user}.` }),
  'password-wrong': ({ user }) => ({
    finding: `El proxy conoce al usuario ${user} y rechazó la contraseña.`,
  }),
  'not-spcp': ({ rule }) => ({
    finding: `El otro extremo habla SCTP, pero no SPCP (${rules[rule]}).`,
    advice:
      'Corrija el puerto SCTP: es el del servicio de administración del proxy; por lo general, 9090.',
  }),
  'no-reply': ({ command, timeoutMs }, format) => ({
    finding: `No hubo respuesta a «${commands[command]}» en ${format.number(timeoutMs / 1000)} s.`,
  }),
  'answered-error': ({ command, status }) => ({
    finding: `El proxy respondió a «${commands[command]}» con: ${statuses[status]}.`,
  }),
  'not-sendable': ({ command, reason }) => ({
    finding: `No se puede enviar «${commands[command]}»: ${rules[reason]}.`,
  }),
  'association-ended': ({ reason }) => ({
    finding: `La asociación terminó a medias: ${ends[reason]}.`,
  }),
  'metrics-read': (metrics, format) => ({ finding: `${counted(metrics, format)}.` }),
  'metrics-implausible': (metrics, format) => ({
    finding: `Llegaron las métricas, pero las conexiones no pueden ser un recuento: ${counted(metrics, format)}.`,
    advice: 'El proxy contó mal; al reiniciar el proxy se corrige.',
  }),
  'reply-invalid': ({ command, rule }) => ({
    finding:
      command === null
        ? `Llegó algo que no es una respuesta SPCP válida (${rules[rule]}).`
        : `La respuesta a «${commands[command]}» no es una respuesta SPCP válida (${rules[rule]}).`,
  }),
  'quit-answered': () => ({
    finding: 'El proxy respondió a QUIT y la asociación terminó en orden.',
  }),
  'quit-shutdown': () => ({
    finding: 'El proxy aceptó QUIT y terminó la asociación en orden.',
  }),
  shutdown: () => ({ finding: 'La asociación se terminó en orden.' }),
  'quit-aborted': () => ({
    finding: 'El proxy aceptó QUIT y terminó la asociación con ABORT.',
  }),
  'quit-unanswered': () => ({
    finding: 'El proxy ni respondió a QUIT ni terminó la asociación.',
    advice: 'No hay nada que hacer: la asociación se terminó desde aquí.',
  }),
  'already-ended': () => ({ finding: 'La asociación ya había terminado.' }),
  cancelled: () => ({ finding: 'Cancelado.' }),
};

const ends = {
  closed: 'se cerró',
  'peer-shutdown': 'la terminó el proxy',
  'peer-abort': 'la abortó el proxy',
  failed: 'falló',
} as const;

function counted(metrics: FindingDetail<'metrics-read'>, format: Format): string {
  const { connections, transferredBytes, accesses, roundTripMs } = metrics;
  return `${format.counter(connections)} conexiones, ${format.counter(transferredBytes)} bytes, ${format.counter(accesses)} accesos; ${format.milliseconds(roundTripMs)} por petición`;
}
