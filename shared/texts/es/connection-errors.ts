import type { connectionErrors as details, SshLogin } from '../../facts/connection-errors.ts';
import { sshCommand } from '../ssh-command.ts';
import type { ErrorTexts } from '../texts.ts';

/** Lo que dijo la propia retransmisión o el servidor SSH, si dijo algo. */
const quote = (said: string): string => (said === '' ? '' : ` Dijo: «${said}».`);

const seenFrom = 'Compruebe el host y el puerto; se ven desde allí.';

export const connectionErrors: ErrorTexts<keyof typeof details> = {
  'host-not-found': {
    unknown: ({ host }) => ({
      message: `No hay ningún host llamado ${host}.`,
      remedy: 'Compruebe el nombre y que la VPN con su servidor de nombres está activa.',
    }),
    'no-host-name': ({ host }) => ({
      title: 'Esto no es un nombre de host',
      message: `${host} no es un nombre de host ni una dirección, y no se encontró.`,
      remedy: 'Corríjalo: un nombre lleva letras, cifras y guiones entre sus puntos.',
    }),
    'name-server-silent': ({ host }) => ({
      title: 'No responde ningún servidor de nombres',
      message: `Ningún servidor de nombres respondió por ${host}.`,
      remedy: 'Compruebe la red y la VPN, o use la dirección en lugar del nombre.',
    }),
    ssh: ({ sshDestination, said }) => ({
      message: `ssh no encuentra ningún host para ${sshDestination}.${quote(said)}`,
      remedy: 'Compruebe el nombre y que la VPN con su servidor de nombres está activa.',
    }),
    'behind-ssh': ({ sshDestination, host, said }) => ({
      message: `No hay ningún host llamado ${host} en el lado de ${sshDestination}.${quote(said)}`,
      remedy: 'Compruebe el host; se ve desde allí.',
    }),
  },
  'udp-port-closed': ({ host, udpPort }) => ({
    message: `${host} responde, pero nadie escucha en su puerto UDP ${udpPort}.`,
    remedy: `Ejecute en el servidor «sudo sysctl net.sctp.encap_port=${udpPort} net.sctp.udp_port=${udpPort}», o corrija el puerto UDP.`,
  }),
  'not-sctp': ({ host, udpPort }) => ({
    message: `Algo responde en ${host}, puerto UDP ${udpPort}, pero no es SCTP.`,
    remedy: 'Corrija el puerto UDP: es el net.sctp.udp_port del servidor; por lo general, 9899.',
  }),
  unreachable: {
    here: ({ host, cause }) => ({
      message: `No hay camino desde aquí hasta ${host} (${cause}).`,
      remedy: 'Compruebe la red, o la VPN, y el host.',
    }),
    ssh: ({ sshDestination, said }) => ({
      title: 'Servidor SSH inalcanzable',
      message: `ssh no puede llegar a ${sshDestination}.${quote(said)}`,
      remedy: 'Compruebe que allí funciona un servidor SSH, y la red o la VPN.',
    }),
    'behind-ssh': ({ sshDestination, host, port, said }) => ({
      message: `No se puede llegar a ${host}, puerto SCTP ${port}, desde ${sshDestination}.${quote(said)}`,
      remedy: seenFrom,
    }),
  },
  'connect-timeout': {
    kernel: ({ host, port }) => ({
      message: `Nadie respondió a tiempo en ${host}, puerto SCTP ${port}.`,
      remedy:
        'Compruebe el host y el puerto. Muchas redes y cortafuegos descartan SCTP: pruebe con SCTP sobre UDP.',
    }),
    udp: ({ host, udpPort }) => ({
      message: `Nadie respondió a tiempo en ${host}, puerto UDP ${udpPort}.`,
      remedy: `Compruebe el host, que los cortafuegos dejen pasar el puerto UDP ${udpPort} en ambos sentidos y que el servidor tenga net.sctp.udp_port=${udpPort}.`,
    }),
    handshake: ({ host, port }) => ({
      title: 'El establecimiento no terminó',
      message: `${host} respondió, pero no completó el establecimiento SCTP en el puerto ${port}.`,
      remedy:
        'Puede que su red pierda paquetes, o que un filtro descarte los últimos; vuelva a intentarlo.',
    }),
    'init-dropped': ({ host, port, udpPort }) => ({
      message: `Un SCTP responde en ${host}, puerto UDP ${udpPort}, pero no a la petición de asociación con el puerto SCTP ${port}.`,
      remedy: `La descarta un filtro de paquetes en el servidor o en el camino (busque reglas sobre el puerto SCTP ${port}), o el servidor está sobrecargado.`,
    }),
    ssh: ({ sshDestination, said }) => ({
      message: `El servidor SSH de ${sshDestination} no responde.${quote(said)}`,
      remedy: 'Compruebe la dirección, la VPN y los cortafuegos.',
    }),
    shell: ({ sshDestination, said }) => ({
      message: `ssh no llegó a tiempo a un intérprete de comandos en ${sshDestination}.${quote(said)}`,
      remedy: `Compruebe la dirección, la VPN y que «${sshCommand(sshDestination)} true» funciona en un terminal.`,
    }),
    'behind-ssh': ({ sshDestination, host, port, said }) => ({
      message: `La retransmisión en ${sshDestination} no consiguió a tiempo una asociación con ${host}, puerto SCTP ${port}.${quote(said)}`,
      remedy: seenFrom,
    }),
  },
  refused: {
    here: ({ host, port }) => ({
      message: `${host} rechazó una asociación en el puerto SCTP ${port}.`,
      remedy: 'Compruebe el puerto SCTP, y que el proxy está en marcha y admite una sesión más.',
    }),
    'behind-ssh': ({ sshDestination, host, port, said }) => ({
      message: `Visto desde ${sshDestination}, ${host} rechazó una asociación en el puerto SCTP ${port}.${quote(said)}`,
      remedy: 'Compruebe el puerto SCTP, y que el proxy está en marcha y admite una sesión más.',
    }),
  },
  'association-lost': {
    ended: ({ where, reason, said }) =>
      lost(`La asociación con ${where} ${ends[reason]}.${quote(said)}`),
    system: ({ where, cause }) => lost(`Se perdió la asociación con ${where} (${cause}).`),
    stack: ({ where }) => lost(`La asociación con ${where} falló dentro de la pila SCTP.`),
    stuck: ({ where }) => lost(`${where} no acepta nada de lo que se le envía.`),
    flood: ({ where }) => lost(`${where} envió más de lo que se había pedido.`),
    violation: ({ where }) => lost(`${where} no cumplió las reglas de SCTP.`),
    restarted: ({ where }) => lost(`${where} se ha reiniciado.`),
    idle: ({ where, idleMs }, format) =>
      lost(`No se ha oído a ${where} durante ${format.number(idleMs / 1000)} s.`),
    relay: ({ sshDestination, said }) =>
      lost(`La retransmisión a través de ${sshDestination} terminó.${quote(said)}`),
  },
  'ssh-host-key': ({ sshDestination, changed, said }) =>
    changed
      ? {
          title: 'La clave de host SSH ha cambiado',
          message: `La clave de host de ${sshDestination} no es la que conoce ssh. Podría ser un ataque.${quote(said)}`,
          remedy: 'Averigüe por qué cambió antes de quitar la clave antigua de known_hosts.',
        }
      : {
          message: `ssh no conoce la clave de host de ${sshDestination}, y la consola no puede preguntar.${quote(said)}`,
          remedy: `Ejecute una vez «${sshCommand(sshDestination)}» en un terminal, compare la clave y acéptela.`,
        },
  'ssh-login-refused': ({ sshDestination, takes, said }) => ({
    message: `${sshDestination} rechazó el inicio de sesión SSH. La consola no puede pedir contraseñas ni frases de contraseña.${quote(said)}`,
    remedy: loginRemedy(sshDestination, takes),
  }),
  'relay-missing': ({ sshDestination, program, said }) => ({
    message: `No hay ningún ${program} en ${sshDestination}.${quote(said)}`,
    remedy:
      'Instálelo allí (Debian: «sudo apt install socat»), o ponga otro comando de retransmisión.',
  }),
  'relay-failed': {
    exit: ({ sshDestination, exitCode, said }) => ({
      message: `La retransmisión a través de ${sshDestination} falló (código de salida: ${exitCode ?? 'ninguno'}).${quote(said)}`,
      remedy: 'Pruebe allí a mano el comando de retransmisión.',
    }),
    flood: ({ sshDestination }) => ({
      message: `${sshDestination} escribió más de lo que escribe una retransmisión.`,
      remedy:
        'Mire los archivos de inicio de su intérprete de comandos y el comando de retransmisión.',
    }),
    'not-started': ({ cause }) => ({
      message: `No se pudo iniciar ssh (${cause}).`,
      remedy: 'Compruebe si a este equipo le faltan memoria o procesos y vuelva a intentarlo.',
    }),
  },
  'no-sctp-there': ({ sshDestination, said }) => ({
    message: `${sshDestination} no tiene SCTP, o no lo tiene su socat.${quote(said)}`,
    remedy: 'Ejecute allí «sudo modprobe sctp» e instale un socat que conozca SCTP.',
  }),
};

const ends = {
  closed: 'se cerró',
  'peer-shutdown': 'la terminó el proxy',
  'peer-abort': 'la abortó el proxy',
  failed: 'falló',
} as const;

function lost(message: string) {
  return {
    message,
    remedy: 'Compruebe que el proxy está en marcha y que se puede llegar a él.',
  };
}

/** What to do in a terminal, where `ssh` may ask. */
function loginRemedy(sshDestination: string, takes: SshLogin | null): string {
  if (takes === 'password')
    return `Ese servidor solo admite contraseñas. Haga que admita su clave, o inicie sesión una vez en un terminal con ControlMaster, ControlPath y ControlPersist en su ~/.ssh/config: la consola pasa entonces por esa conexión.`;
  const copy =
    takes === 'key-or-password'
      ? ` Si ese servidor aún no conoce su clave, «${sshCommand(sshDestination, 'ssh-copy-id')}» pide la contraseña una vez y la lleva allí.`
      : ' Ese servidor tiene que tener su clave en authorized_keys.';
  return `Si su clave tiene una frase de contraseña, introdúzcala una vez con «ssh-add», en la sesión en la que se ejecuta la consola.${copy} Está bien cuando «${sshCommand(sshDestination, 'ssh -o BatchMode=yes')} true» no dice nada en un terminal.`;
}
