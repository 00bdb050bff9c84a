export const connectionErrors = {
  'host-not-found': {
    title: 'El host no existe',
    message: [
      'No se encontró {{sshDestination}} o, visto desde allí, {{host}}.',
      'No hay ningún host llamado {{host}}.',
      'No hay ningún host con ese nombre.',
    ],
    remedy: 'Compruebe el nombre en el perfil y que la VPN con su servidor de nombres está activa.',
    'no-host-name': {
      title: 'Esto no es un nombre de host',
      message: [
        '{{host}} no es un nombre de host ni una dirección.',
        'El host no es un nombre de host ni una dirección.',
      ],
      remedy: 'Corríjalo en el perfil: un nombre lleva letras, cifras y guiones entre sus puntos.',
    },
  },
  'no-kernel-sctp': {
    title: 'Aquí no hay SCTP en el núcleo',
    message: 'El equipo en el que se ejecuta la consola no tiene un SCTP utilizable en su núcleo.',
    remedy: 'En Linux ejecute «sudo modprobe sctp», o elija SCTP sobre UDP en el perfil.',
  },
  'udp-port-closed': {
    title: 'Puerto UDP cerrado',
    message: [
      '{{host}} responde, pero nadie escucha en su puerto UDP {{udpPort}}.',
      'El host responde, pero nadie escucha en el puerto UDP para SCTP.',
    ],
    remedy: [
      'Ejecute en el servidor «sudo sysctl net.sctp.encap_port={{udpPort}} net.sctp.udp_port={{udpPort}}», o corrija el puerto UDP en el perfil.',
      'Active SCTP sobre UDP en el servidor, o corrija el puerto UDP en el perfil.',
    ],
  },
  'not-sctp': {
    title: 'Esto no es SCTP',
    message: [
      'Algo responde en {{host}}, puerto UDP {{udpPort}}, pero no es SCTP.',
      'Algo responde en el puerto UDP, pero no es SCTP.',
    ],
    remedy: 'Corrija el puerto UDP en el perfil; SCTP sobre UDP suele estar en el 9899.',
  },
  unreachable: {
    title: 'Host inalcanzable',
    message: [
      'No hay camino hasta {{sshDestination}}, o no lo hay desde allí hasta {{host}}.',
      'No hay camino desde aquí hasta {{host}}.',
      'No hay camino desde aquí hasta el host.',
    ],
    remedy: 'Compruebe la red y la VPN, y el host del perfil.',
  },
  'connect-timeout': {
    title: 'Nadie responde',
    message: [
      'A través de {{sshDestination}}, nadie respondió a tiempo en {{host}}, puerto SCTP {{port}}.',
      'Nadie respondió a tiempo en {{host}}, puerto UDP {{udpPort}}.',
      'Nadie respondió a tiempo en {{host}}, puerto SCTP {{port}}.',
      'Nadie respondió a tiempo.',
    ],
    remedy: [
      'Compruebe que «ssh {{sshDestination}} true» funciona en un terminal, y el host y el puerto, que se ven desde allí.',
      'Compruebe el host, que tiene activado SCTP sobre UDP y que los cortafuegos dejan pasar el puerto UDP {{udpPort}}.',
      'Compruebe el host y el puerto. Muchas redes descartan SCTP: pruebe con SCTP sobre UDP.',
    ],
  },
  refused: {
    title: 'Asociación rechazada',
    message: [
      'Visto desde {{sshDestination}}, {{host}} rechazó una asociación en el puerto SCTP {{port}}. La retransmisión dijo: {{said}}',
      'Visto desde {{sshDestination}}, {{host}} rechazó una asociación en el puerto SCTP {{port}}.',
      '{{host}} rechazó una asociación en el puerto SCTP {{port}}.',
      'El host rechazó la asociación.',
    ],
    remedy:
      'Compruebe el puerto SCTP del perfil, y que el proxy está en marcha y admite una sesión más.',
  },
  'association-lost': {
    title: 'Conexión perdida',
    message: [
      'La asociación con {{where}} terminó. La retransmisión dijo: {{said}}',
      'La asociación con {{where}} terminó.',
      'La retransmisión a través de {{sshDestination}} terminó.',
      'La asociación con el proxy terminó.',
    ],
    remedy: 'Compruebe que el proxy está en marcha y que se puede llegar a él.',
  },
  'ssh-missing': {
    title: 'Aquí no hay ssh',
    message: 'En el equipo de la consola no hay ningún programa ssh, o no se puede iniciar.',
    remedy: 'Instale el cliente OpenSSH, o elija otro transporte en el perfil.',
  },
  'ssh-host-key': {
    title: 'La clave de host SSH no es de confianza',
    message: [
      'ssh no conoce la clave de host de {{sshDestination}}, y la consola no puede preguntar.',
      'ssh no conoce la clave de host, y la consola no puede preguntar.',
    ],
    remedy: [
      'Ejecute una vez «ssh {{sshDestination}}» en un terminal, compare la clave y acéptela.',
      'Conéctese una vez con ssh en un terminal, compare la clave y acéptela.',
    ],
    changed: {
      title: 'La clave de host SSH ha cambiado',
      message: [
        'La clave de host de {{sshDestination}} no es la que conoce ssh. Podría ser un ataque.',
        'La clave de host no es la que conoce ssh. Podría ser un ataque.',
      ],
      remedy: 'Averigüe por qué cambió antes de quitar la clave antigua de known_hosts.',
    },
  },
  'ssh-login-refused': {
    title: 'Inicio de sesión SSH rechazado',
    message: [
      '{{sshDestination}} rechazó el inicio de sesión SSH. La consola no puede pedir contraseñas ni frases de paso.',
      'Se rechazó el inicio de sesión SSH. La consola no puede pedir contraseñas ni frases de paso.',
    ],
    remedy: [
      'Use una clave que tenga el agente (ssh-add) y pruebe «ssh -o BatchMode=yes {{sshDestination}} true» en un terminal.',
      'Use una clave que tenga el agente (ssh-add).',
    ],
  },
  'relay-missing': {
    title: 'Falta el programa de retransmisión',
    message: [
      'No hay ningún {{program}} en {{sshDestination}}.',
      'El programa de la orden de retransmisión no está en el servidor SSH.',
    ],
    remedy:
      'Instálelo allí (Debian: «sudo apt install socat»), o ponga otra orden de retransmisión.',
  },
  'relay-failed': {
    title: 'La retransmisión falló',
    message: [
      'La retransmisión a través de {{sshDestination}} falló. Dijo: {{said}}',
      'La retransmisión a través de {{sshDestination}} falló.',
      'No se pudo iniciar la retransmisión.',
    ],
    remedy: 'Pruebe a mano en el servidor SSH la orden de retransmisión del perfil.',
  },
  'no-sctp-there': {
    title: 'El servidor SSH no tiene SCTP',
    message: [
      '{{sshDestination}} no tiene SCTP, o no lo tiene su socat.',
      'El servidor SSH no tiene SCTP, o no lo tiene su socat.',
    ],
    remedy: 'Ejecute allí «sudo modprobe sctp» e instale un socat que conozca SCTP.',
  },
};
