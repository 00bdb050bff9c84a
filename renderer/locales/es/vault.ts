export const vault = {
  title: 'Contraseñas',
  never:
    'Las contraseñas nunca llegan a esta ventana, a un registro ni a una lista de argumentos, y a una exportación solo bajo una frase de contraseña.',
  now: 'En uso: {{name}}',
  nowLocked: 'bloqueada',
  nowUnlocked: 'desbloqueada',
  kinds: 'Dónde se pueden guardar',
  inUse: 'en uso',
  toChoice: 'Dónde se guardan las contraseñas',
  use: 'Usar',
  useOne: 'Usar: {{name}}',
  refused: 'Aquí no es posible: {{why}}',
  onlyLeft:
    'No se puede elegir aquí: {{why}} Aun así está en uso, porque nada de lo permitido funciona aquí por sí solo.',
  lockNow: 'Bloquear ahora',
  keychain: {
    name: 'Llavero del sistema operativo',
    means:
      'Se guardan cifradas en disco, accesibles mientras su sesión en este equipo esté abierta.',
    short: 'La contraseña se guarda en el llavero del sistema operativo.',
  },
  passphrase: {
    name: 'Bóveda con frase de contraseña',
    means:
      'Se guardan cifradas en disco con una frase que usted escribe una vez por ejecución. También funciona sin escritorio.',
    short: 'La contraseña se guarda en la bóveda con frase de contraseña.',
  },
  session: {
    name: 'Solo esta sesión',
    means: 'Se guardan en memoria y se olvidan cuando termina la consola.',
    short: 'La contraseña se guarda en memoria hasta que termine la consola.',
  },
  command: {
    name: 'Comando externo',
    asked: 'se pide',
    means:
      'Aquí no se guarda nada: se pide cada contraseña a otro programa, como pass o la CLI de 1Password.',
    label: 'Comando',
    description:
      'En una línea, como para un intérprete, o un argumento por línea. Se ejecuta sin intérprete y escribe la contraseña como única línea.',
    insert: 'Insertar {{field}}',
    split_one: 'Se ejecuta como {{count}} parte:',
    split_many: 'Se ejecuta como {{count}} de partes:',
    split_other: 'Se ejecuta como {{count}} partes:',
    noShell:
      'Ningún intérprete ejecuta esto: {{signs}} se pasa tal cual. Para una tubería o una variable, indique un guion propio.',
    noHost:
      'El comando no depende de {host}: su respuesta va adonde lleve el perfil, también después de que alguien lo cambie.',
    timeout: 'Límite de tiempo, en segundos',
    timeoutText: 'Pasado ese tiempo se termina, de 1 a 300.',
    cache: 'Recordar una respuesta, en minutos',
    cacheText: 'Solo en memoria, de 0 a 1440. Con 0 se pide en cada inicio de sesión.',
    limit_one: 'Se termina tras {{count}} segundo.',
    limit_many: 'Se termina tras {{count}} de segundos.',
    limit_other: 'Se termina tras {{count}} segundos.',
    cached_one: 'Una respuesta se recuerda {{count}} minuto.',
    cached_many: 'Una respuesta se recuerda {{count}} de minutos.',
    cached_other: 'Una respuesta se recuerda {{count}} minutos.',
    noCache: 'Se pide en cada inicio de sesión.',
    edit: 'Cambiar el comando',
    changed: {
      title: 'Otro programa cambió este comando',
      text: 'No se ejecuta hasta que usted lo acepte. Si no sabe por qué cambió, cámbielo aquí y mire quién puede escribir en el directorio de datos.',
      agree: 'Aceptar este comando',
    },
    resting:
      'La bóveda con frase de contraseña de antes descansa mientras tanto. Para elegir otro lugar que no sea ella ni un comando, elíjala primero con su frase; o, si se perdió, olvide lo que contiene.',
    faults: {
      empty: 'Hay un argumento vacío.',
      quote: 'Hay unas comillas sin cerrar.',
      field: 'No existe {{field}}: solo {user}, {host} y {profile}.',
      long: 'Como máximo 40 argumentos de 1000 caracteres.',
      seconds: 'Un número entero de 1 a 300.',
      minutes: 'Un número entero de 0 a 1440.',
    },
  },
  why: {
    'web-shell': 'solo la aplicación de escritorio dispone del llavero del sistema operativo.',
    'plain-text':
      'el sistema operativo solo ofrece un almacenamiento sin protección ({{backend}}). Instale y desbloquee GNOME Keyring o KWallet.',
    exposed:
      'el llavero de este escritorio ({{backend}}) no responde y las contraseñas se cifrarían con una clave que todos conocen. Instale y desbloquee GNOME Keyring o KWallet y vuelva a iniciar la aplicación.',
    'no-keychain':
      'no se puede usar el llavero del sistema operativo. Desbloquéelo o instale uno y vuelva a iniciar la aplicación.',
    policy: 'los administradores de este equipo no lo permiten.',
  },
  field: {
    label: 'Frase de contraseña',
    new: 'Frase de contraseña nueva',
    again: 'La misma otra vez',
    hint: 'Al menos {{least}} caracteres; cuatro palabras que no tengan nada que ver entre sí sirven bien.',
    toggle: 'Mostrar u ocultar la frase de contraseña',
    wrong: 'Esta no es la frase. Compruebe la distribución del teclado y las mayúsculas.',
    differs: 'No coincide con la de arriba.',
    lostTitle: 'Nadie puede recuperar esta frase',
    lostText:
      'Quien la olvida pierde las contraseñas guardadas y tiene que volver a escribirlas todas. Anótela donde solo usted la encuentre.',
  },
  strength: {
    short: 'Demasiado corta.',
    weak: 'Demasiado fácil de adivinar. Hágala más larga o añada palabras.',
    fair: 'Suficiente.',
    strong: 'Fuerte.',
  },
  idle: {
    label: 'Bloquear por sí sola si nadie usa la aplicación',
    minutes_one: 'tras {{count}} minuto',
    minutes_many: 'tras {{count}} de minutos',
    minutes_other: 'tras {{count}} minutos',
    never: 'nunca, solo a mano',
  },
  choose: {
    title: 'Usar: {{name}}',
    edit: 'Cambiar: {{name}}',
    submit: 'Usar desde ahora',
    done: 'En uso: {{name}}',
    doneText: 'Vale para todas las contraseñas desde ahora.',
  },
  happens: {
    title: 'Qué pasa con las contraseñas guardadas',
    none: 'Todavía no hay ninguna guardada, así que no se pierde nada.',
    taken_one:
      'La contraseña guardada de {{count}} perfil se traslada, o no cambia nada. No queda nada de ella en: {{from}}.',
    taken_many:
      'Las contraseñas guardadas de {{count}} de perfiles se trasladan, todas o ninguna. No queda nada de ellas en: {{from}}.',
    taken_other:
      'Las contraseñas guardadas de {{count}} perfiles se trasladan, todas o ninguna. No queda nada de ellas en: {{from}}.',
    session: 'Desde entonces, las contraseñas se olvidan cada vez que termina la consola.',
    toCommand_one:
      'La contraseña guardada de {{count}} perfil deja de usarse. Queda en «{{from}}» hasta que usted elija algo distinto de un comando.',
    toCommand_many:
      'Las contraseñas guardadas de {{count}} de perfiles dejan de usarse. Quedan en «{{from}}» hasta que usted elija algo distinto de un comando.',
    toCommand_other:
      'Las contraseñas guardadas de {{count}} perfiles dejan de usarse. Quedan en «{{from}}» hasta que usted elija algo distinto de un comando.',
    fromCommand:
      'Lo que tiene el comando es suyo y no se traslada. Los perfiles sin contraseña guardada de antes pedirán una.',
    backToPassphrase:
      'Si antes del comando se usaba una bóveda con frase de contraseña, escriba la frase que tiene.',
    locked:
      'La bóveda está bloqueada. Desbloquéela primero, para que se puedan trasladar las contraseñas guardadas.',
  },
  change: {
    open: 'Cambiar la frase',
    title: 'Cambiar la frase de contraseña',
    old: 'Frase actual',
    submit: 'Cambiar',
    done: 'La frase de contraseña se cambió',
    doneText: 'Las contraseñas guardadas son las mismas.',
  },
  forget: {
    open: 'Frase perdida…',
    title: '¿Olvidar las contraseñas de la bóveda y empezar de nuevo?',
    text: 'Sin la frase nadie puede leer las contraseñas guardadas. El archivo de la bóveda se aparta, por si la frase vuelve a aparecer; después cada perfil pedirá su contraseña y usted podrá elegir otro lugar para ellas.',
    sure: 'Escriba «{{word}}» para olvidarlas',
    word: 'olvidar',
    submit: 'Olvidarlas',
    done: 'Las contraseñas se han olvidado',
    doneText: 'Elija dónde se guardan las contraseñas desde ahora.',
    keptText:
      'El archivo de la bóveda se conserva como {{file}}. Elija dónde se guardan las contraseñas desde ahora.',
  },
  try: {
    label: 'Probar con',
    run: 'Probar',
    came: 'Llegó una contraseña para {{name}}. No se guardó.',
    nobody: 'Ningún perfil se llama así. Escriba una parte de su nombre.',
    noProfile: 'Añada un perfil para probar el comando con él.',
  },
  recipes: {
    title: 'Recetas para pass, 1Password, HashiCorp Vault y secret-tool',
    text: 'Cada una pide la contraseña de un perfil. Adapte las rutas a donde estén las suyas.',
    pass: 'pass, el gestor de contraseñas estándar de Unix',
    op: '1Password (op)',
    vault: 'HashiCorp Vault (vault)',
    'secret-tool': 'GNOME Keyring y otros servicios de secretos (secret-tool)',
    keep: 'Guarde allí una contraseña, por ejemplo:',
    useOne: 'Usar el comando de {{name}}',
    copy: 'Copiar',
    copyOne: 'Copiar el comando de {{name}}',
    copied: 'Copiada.',
    notCopied: 'El navegador no permitió copiarla.',
  },
  unlock: {
    title: 'Desbloquear la bóveda',
    text: 'Después se pueden volver a usar las contraseñas guardadas.',
    waiting_one: '{{count}} inicio de sesión la espera y continuará por sí solo.',
    waiting_many: '{{count}} de inicios de sesión la esperan y continuarán por sí solos.',
    waiting_other: '{{count}} inicios de sesión la esperan y continuarán por sí solos.',
    submit: 'Desbloquear',
    done: 'La bóveda está desbloqueada',
    doneText: 'Los inicios de sesión que esperaban continúan.',
    toSettings: 'Ir a los ajustes',
  },
  locked: {
    title: 'La bóveda está bloqueada',
    text: 'Las sesiones abiertas siguen abiertas; las nuevas esperan hasta que se desbloquee.',
    waiting_one: '{{count}} inicio de sesión la espera. Las sesiones abiertas siguen abiertas.',
    waiting_many:
      '{{count}} de inicios de sesión la esperan. Las sesiones abiertas siguen abiertas.',
    waiting_other: '{{count}} inicios de sesión la esperan. Las sesiones abiertas siguen abiertas.',
    told: 'La bóveda está bloqueada.',
    toldWaiting: 'La bóveda está bloqueada y hay inicios de sesión que la esperan.',
    unlock: 'Desbloquear',
    sign: 'Desbloquear la bóveda',
    signOpen: 'Bloquear la bóveda',
    field:
      'La bóveda está bloqueada: no se puede guardar una contraseña nueva hasta que se desbloquee.',
  },
  form: {
    refused: '{{name}}: aquí no es posible; {{why}}',
    asks: 'Aquí no se escribe nada: se pide la contraseña a {{program}} en cada inicio de sesión.',
    asksCached_one:
      'Aquí no se escribe nada: se pide la contraseña a {{program}} y su respuesta se recuerda {{count}} minuto.',
    asksCached_many:
      'Aquí no se escribe nada: se pide la contraseña a {{program}} y su respuesta se recuerda {{count}} de minutos.',
    asksCached_other:
      'Aquí no se escribe nada: se pide la contraseña a {{program}} y su respuesta se recuerda {{count}} minutos.',
    choose: 'Elegir dónde se guardan las contraseñas',
  },
};
