import { words } from '../../../shared/texts/es/words.ts';

export const profiles = {
  missing: 'No existe ese perfil',
  toList: 'Ir a los perfiles',
  udpPort: 'puerto UDP {{port}}',
  clear:
    'SPCP no cifra nada: el usuario, la contraseña y las órdenes viajan en claro. Úselo dentro de una VPN o a través de SSH.',
  columns: {
    name: 'Nombre',
    folder: 'Carpeta',
    host: 'Dirección',
    user: 'Usuario',
    environment: 'Entorno',
    password: 'Contraseña',
    state: 'Estado',
    actions: 'Acciones',
  },
  password: { here: 'guardada', none: 'falta', elsewhere: 'falta de nuevo' },
  actions: {
    connect: 'Conectar {{name}}',
    disconnect: 'Desconectar {{name}}',
    edit: 'Editar {{name}}',
    remove: 'Eliminar {{name}}',
  },
  removed: { title: 'Se eliminó {{name}}', text: 'Su historial se conserva.' },
  restored: { title: '{{name}} está de vuelta', text: 'Se deshizo la eliminación.' },
  list: {
    paste: 'Pegar una lista',
    description: 'Un perfil por cada proxy: dónde está, quién inicia sesión y cómo se trata.',
    search: 'Buscar perfiles',
    found_one: 'Coincide {{count}} perfil',
    found_many: 'Coinciden {{count}} perfiles',
    found_other: 'Coinciden {{count}} perfiles',
    noneFits: 'Ningún perfil coincide con «{{text}}»',
    noneFitsText:
      'Se busca en el nombre, la carpeta, el host y el usuario de los {{count}} perfiles.',
    clearSearch: 'Borrar la búsqueda',
    empty: 'Todavía no hay perfiles',
    emptyText:
      'Añada su primer proxy, o inicie tres proxies de referencia en este equipo para echar un vistazo.',
  },
  editor: {
    title: 'Editar {{name}}',
    description: 'Esto no cambia nada en el propio proxy.',
    copy: 'Empieza como {{name}}; el nombre y la contraseña son propios.',
    saved: 'Se guardó {{name}}',
    savedText: 'El perfil se guarda en este equipo.',
  },
  elsewhere: {
    changed: 'Este perfil se ha cambiado mientras tanto en otro lugar',
    takenOver: 'Se ha adoptado, porque usted no lo había cambiado aquí: {{fields}}.',
    decide: 'Cambiado allí y aquí, para que usted decida: {{fields}}.',
    removed: 'Este perfil se ha eliminado mientras tanto en otro lugar',
    removedText:
      'Lo que escribió sigue aquí. Al guardarlo será un perfil nuevo; habrá que introducir de nuevo su contraseña.',
    saveNew: 'Guardar como perfil nuevo',
    value: 'Cambiado en otro lugar a: {{value}}',
    keep: 'Conservar el mío',
    keepField: 'Conservar el mío: {{field}}',
    take: 'Tomar el otro',
    takeField: 'Tomar el otro: {{field}}',
  },
  production: {
    remove: {
      title: '¿Eliminar {{name}}?',
      text: 'Es un proxy de producción. Su perfil solo se puede eliminar mientras está desbloqueado y escribiendo su nombre. El proxy en sí sigue funcionando.',
      submit: 'Eliminar',
    },
    edit: {
      title: '¿Quitar a {{name}} la clase de producción?',
      text: 'Los cambios en este proxy ya no exigirían desbloquearlo ni escribir su nombre. Eso solo se hace mientras está desbloqueado y escribiendo su nombre.',
      submit: 'Guardar',
    },
  },
  leave: {
    title: '¿Salir sin guardar?',
    text: 'Lo que ha escrito en esta página no se ha guardado y se perdería.',
    stay: 'Quedarse aquí',
    leave: 'Salir sin guardar',
  },
  sections: {
    fact: '{{field}}: {{value}}',
    inherited: '{{field}}: {{value}} (de «{{folder}}»)',
    nothing: 'Nada todavía',
  },
  groups: {
    remarks: 'Etiquetas y notas',
    proxy: 'Proxy',
    behaviour: 'Tratamiento',
  },
  paste: {
    description:
      'Añade muchos proxies a la vez a partir de una lista, una tabla o las órdenes que ya tenga.',
    list: 'Su lista',
    forms:
      'Un proxy por línea: «host[:puerto] [nombre]», una dirección como spcp://usuario@host:puerto u opciones como «-L host -o puerto». También vale una tabla con encabezado, separada por comas, puntos y comas o tabuladores.',
    example:
      'correo-01.example\ncorreo-02.example:9091 Segundo correo\nspcp://admin@[2001:db8::7]:9090',
    forAll: 'Para todos',
    forAllText:
      'Vale donde la línea no indique otra cosa. Lo que quede vacío lo indica su carpeta.',
    asFolder: 'Lo que indique la carpeta',
    preview: 'Lo que se creará',
    counts: '{{made}} por añadir, {{faulty}} por corregir, {{out}} fuera.',
    most: 'Solo se leen las primeras {{count}} líneas.',
    make: 'Añadir',
    makeLine: 'Añadir el proxy de la línea {{line}}',
    line: 'Línea',
    outcome: 'Resultado',
    fieldOfLine: '{{field}} de la línea {{line}}',
    fault: '{{field}}: {{fault}}',
    there: 'Ya existe: {{name}}',
    twice: 'Igual que la línea {{line}}',
    new: 'Nuevo',
    add_one: 'Añadir {{count}} perfil',
    add_many: 'Añadir {{count}} de perfiles',
    add_other: 'Añadir {{count}} perfiles',
    faulty_one: 'Corrija {{count}} línea o déjela fuera.',
    faulty_many: 'Corrija {{count}} de líneas o déjelas fuera.',
    faulty_other: 'Corrija {{count}} líneas o déjelas fuera.',
  },
  added: {
    title_one: '{{count}} perfil añadido',
    title_many: '{{count}} de perfiles añadidos',
    title_other: '{{count}} perfiles añadidos',
    text: 'Ahora se conectan.',
  },
  moving: {
    top: 'el nivel superior',
    movedOne: '{{name}} está ahora en {{place}}',
    moved_one: '{{count}} perfil está ahora en {{place}}',
    moved_many: '{{count}} de perfiles están ahora en {{place}}',
    moved_other: '{{count}} perfiles están ahora en {{place}}',
    movedText: 'Ahora rige lo que dice su carpeta.',
  },
  folders: {
    description:
      'Lo que indica una carpeta vale para cada perfil que contiene y que no indique otra cosa.',
    editorText:
      'Lo que se indica aquí vale de inmediato para todos los perfiles que contiene y que no indiquen otra cosa.',
    none: 'Aún no hay carpetas',
    noneText:
      'Una carpeta reúne perfiles e indica una sola vez lo que tienen en común: el usuario, el camino, el intervalo.',
    gone: 'No existe esa carpeta',
    goneText: 'Puede que se haya eliminado.',
    identity: 'Carpeta',
    parent: 'Está en',
    top: 'El nivel superior',
    says: 'Indica para sus perfiles',
    saysText:
      'Active lo que la carpeta deba indicar. El resto lo indica la carpeta que la contiene, o es lo habitual.',
    unsaid: 'No se indica aquí',
    nothing: 'Nada',
    yes: 'Sí',
    no: 'No',
    saved: '{{name}}: guardada',
    savedText: 'Ya tiene efecto.',
    actions: 'Acciones',
    edit: 'Editar la carpeta {{name}}',
    remove: 'Eliminar la carpeta {{name}}',
    removed: '{{name}}: eliminada',
    removeHint:
      'Lo que contiene se queda, con todo lo que la carpeta indicaba, en la carpeta que la contiene.',
  },
  bulk: {
    title_one: 'Editar {{count}} perfil',
    title_many: 'Editar {{count}} de perfiles',
    title_other: 'Editar {{count}} perfiles',
    text: 'Lo que se deja como está sigue siendo distinto en cada perfil.',
    folder: 'Vacío deja cada uno donde está; «/» es el nivel superior.',
    addTags: 'Añadir etiquetas',
    password: 'Vacío conserva las guardadas. Se introduce una sola vez para todos.',
    keep: 'Como está',
    set: 'Fijar para todos',
    inherit: 'Lo que indiquen sus carpetas',
    save_one: 'Cambiar {{count}} perfil',
    save_many: 'Cambiar {{count}} de perfiles',
    save_other: 'Cambiar {{count}} perfiles',
    saved_one: '{{count}} perfil cambiado',
    saved_many: '{{count}} de perfiles cambiados',
    saved_other: '{{count}} perfiles cambiados',
    savedText: 'Ya tiene efecto. Una contraseña no se recupera.',
  },
  source: {
    folder: 'Lo indica la carpeta «{{folder}}».',
    own: 'Fijado aquí. La carpeta «{{folder}}» indica {{value}}.',
    set: 'Fijar aquí',
    setField: 'Fijar aquí el campo {{field}}, indique lo que indique la carpeta',
    inherit: 'Heredar',
    inheritField: 'Heredar de la carpeta el campo {{field}}',
  },
  colours: {
    none: 'Ninguno',
    red: 'Rojo',
    orange: 'Naranja',
    yellow: 'Amarillo',
    green: 'Verde',
    teal: 'Turquesa',
    blue: 'Azul',
    violet: 'Violeta',
    pink: 'Rosa',
  },
  fields: {
    name: { label: words.fields.name },
    tags: {
      label: words.fields.tags,
      description: 'Separadas por comas: lo que los proxies tienen en común, como «correo, ue».',
    },
    notes: {
      label: words.fields.notes,
      description:
        'Para quien lea este perfil. Nunca una contraseña: las notas no se guardan en secreto.',
    },
    colour: {
      label: words.fields.colour,
    },
    favourite: {
      label: words.fields.favourite,
      description: 'Aparece primero en las listas y en la paleta de órdenes.',
    },
    folder: {
      label: words.fields.folder,
      example: 'opcional, por ejemplo Europa/Madrid',
    },
    host: {
      label: words.fields.host,
      description: 'Un nombre o una dirección, con o sin puerto.',
      fromSsh: 'Tal como lo ve el servidor SSH: 127.0.0.1 si el proxy se ejecuta en ese servidor.',
    },
    port: { label: words.fields.port, description: 'Suele ser 9090.' },
    transport: { label: words.fields.transport },
    udpPort: {
      label: words.fields.udpPort,
      description: 'El del servidor; suele ser 9899.',
    },
    sshDestination: {
      label: words.fields.sshDestination,
      description:
        'usuario@host, host:puerto o un nombre de su configuración de SSH. Se usan sus propias claves, su agente y sus hosts conocidos.',
    },
    relayCommand: {
      label: words.fields.relayCommand,
      description:
        'Se ejecuta en el servidor SSH y une su entrada y salida estándar con el proxy; {host} y {port} son los del proxy.',
    },
    user: { label: words.fields.user, description: 'Tal como lo conoce el proxy.' },
    password: {
      label: words.fields.password,
      savedHere: 'guardada',
      saved: {
        here: 'Hay una guardada. Deje el campo vacío para conservarla.',
        none: 'Todavía no hay ninguna guardada.',
        elsewhere:
          'Hay una guardada, pero se introdujo para otra dirección, otra vía u otro usuario. Introdúzcala de nuevo: no se envía a ningún otro lugar.',
      },
      toggle: 'Mostrar u ocultar la contraseña',
    },
    environment: { label: words.fields.environment },
    pollSeconds: {
      label: words.fields.pollSeconds,
      description: 'Entre dos lecturas, de 0,5 a 3600.',
    },
    autoConnect: {
      label: words.fields.autoConnect,
      description: 'Si no, permanece apagado hasta que usted lo conecte.',
    },
  },
  faults: {
    required: 'Rellene este campo.',
    long: 'Demasiado largo.',
    hidden:
      'Contiene el carácter {{character}}, que nadie ve. Bórrelo o escriba el texto de nuevo.',
    host: 'Ni un nombre de host ni una dirección IPv4 o IPv6. Compruebe que no lleve contraseña, ruta ni un puerto mayor que 65535.',
    port: 'Un número entero de 1 a 65535.',
    ascii: 'Solo caracteres ASCII imprimibles, sin tildes.',
    interval: 'Un número de 0,5 a 3600.',
    ssh: 'usuario@host, host:puerto o un nombre de su configuración de SSH; sin espacios ni opciones.',
    again:
      'La contraseña guardada se introdujo para otra dirección, otra vía u otro usuario. Introduzca la de aquí.',
    taken: 'Ya hay otro perfil con ese nombre. Elija otro.',
    value: 'Este valor no es válido.',
  },
  transports: {
    auto: 'SCTP del núcleo si este equipo lo tiene; si no, SCTP sobre UDP. Se muestra cuál se tomó y por qué.',
    kernel:
      'SCTP puro, protocolo IP 132. Requiere el módulo sctp en este equipo y una red que lo deje pasar.',
    udp: 'Paquetes SCTP dentro de UDP (RFC 6951). Funciona desde cualquier sitio; el servidor tiene que ofrecerlo.',
    ssh: 'A través de su propio ssh, para un proxy que solo escucha en local, como hacen los servidores desplegados. Necesita allí un retransmisor como socat.',
    notHere: 'No disponible en este equipo.',
  },
  environments: {
    development: 'Se puede cambiar en cualquier momento.',
    staging:
      'Se puede cambiar en cualquier momento; está señalado para que no se confunda con los otros dos.',
    production:
      'Solo lectura hasta que se desbloquea durante diez minutos, y cada cambio exige escribir su nombre.',
  },
  vault: {
    keychain: 'La contraseña se guarda en el llavero del sistema operativo',
    session: 'La contraseña se guarda en memoria hasta que se cierre la aplicación.',
    passphrase: 'La contraseña se guarda en un archivo con frase de contraseña.',
    command: 'Una orden externa proporciona la contraseña; aquí no se guarda ninguna.',
  },
  stock: {
    short: 'credenciales de fábrica',
    title: 'Son las credenciales de fábrica',
    text: 'Todos los servidores desplegados vienen con admin / admin. Quien lo sepa puede ejecutar programas en el host del proxy: haga que las cambien allí.',
  },
};
