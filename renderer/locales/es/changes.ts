import { words } from '../../../shared/texts/es/words.ts';

export const changes = {
  title: 'Ajustes del proxy',
  readAgain: 'Volver a leer',
  inForce: 'En vigor',
  lastRead: 'En vigor en la última lectura',
  readAgo: 'leída {{ago}}',
  to: 'a',
  busy: 'Comprobando, escribiendo y releyendo…',
  noTransformation: 'ninguna',
  sizeUnknown: 'desconocido',
  bytes_one: '{{value}} byte',
  bytes_many: '{{value}} bytes',
  bytes_other: '{{value}} bytes',
  undoOf: 'Deshacer: {{setting}}, {{when}}',
  settings: words.settings,
  lock: {
    locked: '{{name}}: bloqueado',
    unlocked: '{{name}}: desbloqueado',
    left: 'quedan {{time}}',
    lockedText: 'No se puede cambiar nada hasta que lo desbloquee.',
    unlockedText: 'Se bloquea solo cuando se agota el tiempo.',
    unlock: 'Desbloquear 10 min',
    lockNow: 'Bloquear ahora',
  },
  confirm: {
    title: 'Cambiar un proxy protegido',
    label: 'Escriba su nombre para confirmar: {{name}}',
    submit: 'Cambiarlo',
  },
  deed: {
    one: {
      title: 'Confirmar para {{name}}',
      text: 'La clase de este proxy está protegida: adónde lleva, quién entra en él, su clase y su perfil solo se cambian o se eliminan así. El proxy en sí sigue funcionando.',
    },
    many: {
      title_one: '{{count}} perfil protegido',
      title_many: '{{count}} de perfiles protegidos',
      title_other: '{{count}} perfiles protegidos',
      text_one: '{{count}} de los perfiles afectados es de una clase protegida.',
      text_many:
        '{{count}} de los perfiles afectados son de clases protegidas. Lo que escriba vale por sus desbloqueos y sus nombres.',
      text_other:
        '{{count}} de los perfiles afectados son de clases protegidas. Lo que escriba vale por sus desbloqueos y sus nombres.',
    },
    label: 'Escriba para confirmar: {{text}}',
    submit: 'Hacerlo',
  },
  blocked: {
    notReady: 'El proxy no está conectado ({{state}}), así que ahora no se puede cambiar nada.',
    lost: 'No se puede llegar a la consola, así que ahora no se puede cambiar nada.',
    locked: 'Bloqueado: desbloquéelo arriba primero.',
    notRead: 'Todavía no se ha leído lo que está en vigor.',
  },
  transformation: {
    what: 'Comando de shell que el host ejecuta con cada correo.',
    label: 'Transformación nueva',
    rule: 'ASCII imprimible; filtra el correo.',
    length: '{{used}} de {{max}} bytes',
    same: 'Esta ya está en vigor.',
    set: 'Fijar la transformación',
    clear: 'Desactivarla',
    edit: 'Editar esta',
    notRead: 'todavía sin leer',
    faults: {
      empty: 'Diga cuál ha de ser.',
      character: 'El carácter {{position}} ({{character}}) no es ASCII imprimible.',
      long: 'Sobran {{over}} bytes.',
    },
  },
  command: {
    next: 'Nueva',
    warnings: 'Lo que puede estar mal',
  },
  bufferSize: {
    what: 'Bytes por cada conexión que se abra después.',
    lastSet: 'Fijado aquí por última vez',
    label: 'Tamaño nuevo del búfer',
    units: 'En bytes, o con k (KiB) o M (MiB), como 64k.',
    presets: 'Tamaños habituales',
    setBy: '{{ago}}, por {{actor}}',
    inDoubt:
      '{{actor}} pidió {{size}} ({{when}}) y el proxy no respondió OK. Algunos servidores rechazan un tamaño y lo aplican igualmente, así que nadie sabe cuál vale: vuelva a fijar el que quiera.',
    before: 'El anterior era {{size}}.',
    set: 'Fijar el tamaño',
    faults: {
      empty: 'Diga cuál ha de ser.',
      number: 'Un número entero, de dos cifras al menos si va solo, o con k o M: 4096, 64k, 1M.',
      ambiguous:
        'kB y MB son 1000 para unos y 1024 para otros. Escriba k (1024 bytes), M o el número de bytes.',
      range: 'Entre {{min}} y {{max}} bytes.',
    },
  },
  outcomes: {
    begun: {
      name: words.outcomes.begun,
      title: 'En curso',
      transformation: 'Está registrado y aún no ha concluido.',
      bufferSize: 'Está registrado y aún no ha concluido.',
    },
    verified: {
      name: words.outcomes.verified,
      title: 'Cambiado y verificado',
      transformation: 'El proxy la aceptó y, al releerla, es la que se pidió.',
      bufferSize: 'El proxy lo aceptó y, al releerlo, es el que se pidió.',
    },
    unverified: {
      name: words.outcomes.unverified,
      title: 'Aceptado por el proxy',
      transformation: 'El proxy respondió que sí; no se pudo releer.',
      bufferSize:
        'El proxy respondió que sí. SPCP no permite releer el tamaño; vale para las conexiones que se abran desde ahora.',
    },
    mismatch: {
      name: words.outcomes.mismatch,
      title: 'Al releer, hay otro valor',
      transformation:
        'El proxy respondió que sí, pero ahora está en vigor otra. Puede que otra persona la haya cambiado en el mismo momento.',
      bufferSize: 'El proxy respondió que sí, pero ahora está en vigor otro valor.',
    },
    conflict: {
      name: words.outcomes.conflict,
      title: 'No se escribió: había otro valor en vigor',
      transformation:
        'Estaba en vigor una transformación distinta de la vista, así que no se escribió nada.',
      bufferSize: 'Estaba en vigor un tamaño distinto del visto, así que no se escribió nada.',
    },
    refused: {
      name: words.outcomes.refused,
      title: 'Rechazado',
      transformation: 'Sigue en vigor lo que había.',
      bufferSize: 'Sigue en vigor lo que había.',
    },
    failed: {
      name: words.outcomes.failed,
      title: 'No se conoce el resultado',
      transformation:
        'La conexión falló a medias. Lea el valor en vigor antes de volver a intentarlo.',
      bufferSize:
        'El proxy respondió con un error o no respondió, y aun así puede haberlo aplicado. Vuelva a fijar el tamaño que desee.',
    },
    'not-applied': {
      name: words.outcomes['not-applied'],
      title: 'No aplicado',
      transformation: 'No llegó a enviarse, o después se halló otra en vigor en el proxy.',
      bufferSize: 'No llegó a enviarse.',
    },
  },
  conflict: {
    title: 'Cambió entretanto',
    own: 'Usted mismo fijó otra, {{when}}: en otra ventana, en la línea de comandos o con un cambio cuyo resultado no se conocía.',
    other: '{{actor}} fijó otra, {{when}}.',
    unknown: 'Alguien fijó otra, y no con esta consola.',
    text: 'No se escribió nada, y su texto sigue en el campo.',
    expected: 'Usted vio',
    found: 'Ahora en vigor',
    goOn: 'Continuar desde ahí',
  },
  shells: words.shells,
  history: {
    remote: '{{actor}} desde {{remote}}',
    title: 'Cambios',
    empty: 'Todavía no se ha cambiado nada desde esta consola',
    emptyText:
      'Aquí se guarda cada cambio hecho desde esta consola: quién, cuándo, de qué, a qué y qué se leyó después. Los cambios de otros están marcados en los gráficos.',
    when: 'Cuándo, por quién',
    what: 'Ajuste',
    change: 'Cambio',
    outcome: 'Resultado',
    isUndo: 'deshacer',
    noUndo: 'No se puede deshacer: no se sabe el tamaño anterior, y SPCP no permite leerlo.',
    readBack: 'al releer:',
    older: 'Cargar cambios anteriores',
  },
};
