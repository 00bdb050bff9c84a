import type { CommandLineTexts } from '../command-line-texts.ts';
import { consoleTexts } from './command-line-console.ts';
import { planTexts } from './command-line-plan.ts';
import { refusals } from './vault-errors.ts';

export const commandLine: CommandLineTexts = {
  headings: {
    'Usage:': 'Uso:',
    'Arguments:': 'Argumentos:',
    'Options:': 'Opciones:',
    'Global Options:': 'Opciones generales:',
    'Commands:': 'Comandos:',
  },
  choices: (list) => `valores: ${list}`,
  byDefault: (value) => `si no se indica: ${value}`,
  help: {
    option: 'muestra la ayuda del comando',
    command: 'muestra la ayuda de un comando',
    password: `La contraseña viene de --password-stdin, de SPCP_PASSWORD o, para un perfil guardado, de la bóveda elegida en la
aplicación (una bóveda con frase de contraseña toma la frase de SPCP_VAULT_PASSPHRASE o del terminal, un comando externo se
ejecuta, y el llavero solo puede usarlo la aplicación de escritorio), o se pregunta en el terminal.`,
    exitCodes: `Códigos de salida:
  0  hecho
  1  problema en este equipo: no se puede leer o escribir un archivo, o un error inesperado.
     También acaba así un cambio que se hizo y no se anotó en el registro de auditoría; su resultado se muestra igualmente
  2  uso: una opción, un valor, o una confirmación que falta
  3  no se puede conectar, también si nadie responde en el tiempo de conexión; o se perdió la conexión
  4  inicio de sesión rechazado
  5  el servidor respondió con un error, o con algo que no es SPCP
  6  tiempo agotado: hubo conexión, pero una petición no se respondió en el tiempo de --timeout
  7  distinto de lo esperado: en vigor hay otro valor que el de --expect o que el que leyó un plan, o se releyó otro que el fijado
  8  desconocido: se envió un cambio, y la conexión o la respuesta falló antes de conocerse el resultado.
     Lea el valor en vigor (transformation get) antes de volver a intentarlo
  9  algún proxy de un plan falló, o sigue pendiente; o su canario espera una decisión
  10  el canario de un plan estaba peor: se revirtió, y no se cambió nada más
  130  interrumpido (watch acaba con 0)`,
  },
  commands: {
    program: 'Lee las métricas de los proxies por SPCP y cambia sus ajustes.',
    metrics: 'muestra las tres métricas una vez',
    watch: 'muestra las métricas y sus ritmos una y otra vez, hasta Ctrl+C',
    watchMore:
      'Una sesión que se pierde se vuelve a abrir, tras un rato que crece con cada fallo, y enseguida\ncuando SCTP sobre UDP vuelve a responder; se dice en la salida de errores.\nLa primera conexión ha de lograrse, y un inicio de sesión rechazado siempre lo termina.',
    transformation: 'lee o cambia el comando que el proxy ejecuta con cada correo',
    transformationGet: 'muestra la transformación en vigor; nada a un script si no hay ninguna',
    transformationSet: 'fija la transformación, la relee y anota el cambio',
    transformationSetMore:
      'Lo que puede estar mal en el comando se dice por la salida de errores, cada cosa con lo que pasaría; se fija igualmente.',
    transformationClear: 'desactiva la transformación, la relee y anota el cambio',
    bufferSize: 'cambia el tamaño de los búferes de las conexiones del proxy',
    bufferSizeSet: 'fija el tamaño para las conexiones que se abran desde ahora y anota el cambio',
    bufferSizeMore:
      'SPCP no permite releer el tamaño: el proxy solo puede decir que lo ha aceptado.',
    profiles: 'los perfiles guardados de los proxies',
    profilesList: 'muestra todos los perfiles',
    profilesClasses: 'muestra las clases de entorno y lo que pide cada una',
    profilesAdd: 'guarda un perfil; --host, --user y las opciones vecinas dicen dónde está',
    profilesRemove: 'elimina un perfil',
    profilesRestore: 'muestra las copias buenas de los perfiles, o devuelve lo que hay en una',
    profilesEdit: 'cambia uno o varios perfiles: --set, --user, --folder, --tag, --inherit',
    profilesMove: 'mueve perfiles a una carpeta; / es el nivel superior',
    profilesExport:
      'imprime perfiles y carpetas para «profiles import»; sin contraseñas salvo que se pidan',
    profilesImport: 'añade los perfiles de un archivo que escribió «profiles export»',
    plan: 'cambios de muchos proxies; cada uno se lee antes y solo se cambia si sigue como se leyó',
    planCreate: 'hace un plan: lee lo que está en vigor en cada proxy, y muestra lo que cambiaría',
    planMore:
      'Los proxies se nombran, o se eligen de una manera: --folder, --tag o --search, como son ahora.\nNada se cambia antes de «plan apply». Las consolas del mismo directorio de datos muestran el plan y pueden trabajar en él. Si una tiene\nsesiones con todos los proxies, lo hace ella y no se abren otras; --alone las abre.',
    planList: 'muestra todos los planes, primero los más nuevos',
    planShow: 'muestra un plan con cada uno de sus proxies',
    planApply:
      'cambia lo pendiente; Ctrl+C acaba lo que está en curso y deja el resto. El código de salida es el del peor resultado',
    planCanary: 'muestra cómo va el canario de un plan, o decide sobre él',
    planCanaryMore:
      'Decisiones: go-on, seguir con los demás; revert, revertir los canarios; longer, esperar más (--hold); leave, dejar los que ahora no se pueden revertir.\nUna consola del mismo directorio de datos que observe el canario hace lo que se decida.',
    planResume: 'continúa: cambia lo pendiente, y reintenta lo que falló o no estaba disponible',
    planUndo: 'hace un plan que deshace lo que un plan cambió',
    planStop: 'no deja cambiar ningún proxy más, sea cual sea el proceso que aplica el plan',
    planRemove: 'olvida un plan; lo que cambió sigue cambiado',
    drift:
      'pregunta a los proxies guardados para los que hay algo previsto si es así; termina con 7 si uno se desvía, con 3 si no se alcanza alguno, con 2 si falta una contraseña',
    alerts: 'lo que avisan las reglas de alertas mientras hay una consola abierta',
    alertsList: 'mostrar las alertas activas',
    alertsAck: 'atender una alerta: no se avisa más hasta que termine',
    alertsRules: 'mostrar las reglas',
    alertsTest: 'mostrar qué habría avisado una regla en el último día',
    report:
      'qué hizo una carpeta en un día, una semana o un mes: disponibilidad, tráfico, cambios, alertas, los que se salen de lo normal',
    reportMore:
      'Lee lo que las consolas registraron en el directorio de datos, también con una en marcha, y no se conecta a nada. Los días son los\nde la zona horaria de este equipo; la semana empieza el lunes. Para cron, cada lunes a las 6, de la semana anterior:\n  0 6 * * 1  … report --folder España --span week --last --output informe.html --replace',
    audit: 'el registro de todos los cambios',
    auditList: 'muestra los cambios más recientes, de todos los proxies o de un perfil',
    auditVerify: 'comprueba que nada se alteró ni se quitó; muestra el hash de la última entrada',
    events: 'lo que pasó: conexiones, reinicios, cambios, alertas, ediciones de perfiles',
    eventsList: 'muestra los eventos más recientes que coinciden',
    eventsExport: 'imprime todos los eventos que coinciden, primero los más recientes',
    auditExport: 'imprime todos los cambios, primero los más antiguos',
    vault: 'dónde se guardan las contraseñas',
    vaultMore:
      'Aquí nada bloquea ni desbloquea: cada comando abre la bóveda solo para sí (SPCP_VAULT_PASSPHRASE, o una pregunta), y no\ntiene camino hasta una consola en marcha. Bloquee esta en su ventana, o por el tiempo tras el que se bloquea.',
    vaultStatus:
      'muestra qué bóveda se usa, si está bloqueada y por qué no puede ser otra; prueba SPCP_VAULT_PASSPHRASE si está definida',
    vaultForget:
      'la frase se perdió: olvida las contraseñas guardadas bajo ella para empezar de nuevo; el archivo de la bóveda se aparta',
    backup: 'copias de todo lo que guarda el directorio de datos, y el camino de vuelta',
    backupMore:
      'Las contraseñas van tal como están: las del llavero solo las vuelve a leer el mismo usuario en el mismo equipo,\nlas de la bóveda con frase, donde se conozca la frase.',
    backupCreate:
      'copia perfiles, ajustes, contraseñas, historial, eventos y registro de auditoría, también con consolas en marcha',
    backupCheck: 'lee una copia de seguridad entera y dice si está como se escribió',
    backupRestore:
      'pone una copia en el lugar del directorio de datos, que ninguna consola puede tener abierto; lo que había se guarda al lado',
    doctor: 'prueba el camino hasta un proxy paso a paso y dice qué hacer donde acaba',
    doctorMore:
      'El código de salida es el del paso que falló. Sin contraseña no se intenta iniciar sesión, lo que no es un fallo.',
  },
  console: consoleTexts,
  arguments: {
    command: 'lo que se ejecuta, entre comillas si tiene espacios',
    bytes: 'el tamaño en bytes, o con k (1024 bytes) o M (1024 veces eso): 65536, 64k, 1M',
    profileName: 'su nombre',
    copy: 'la hora de una copia como está en la lista; sin ella se muestra la lista',
    profileNames: 'sus nombres',
    namesAndFolder: 'sus nombres y, al final, la carpeta, con / entre sus partes',
    plan: 'su nombre, o el principio de su id',
    canaryDecision: 'go-on, revert, longer o leave; sin ella no se decide nada',
    alert: 'cómo empieza su identificador, o all',
    alertRule: 'su nombre, de qué trata, o cómo empieza su identificador',
    newPlan: 'cómo se llama el plan',
    backupDirectory: 'el directorio de la copia de seguridad; uno nuevo aún no existe',
    exportFile: 'un archivo que escribió «profiles export»',
  },
  options: {
    profile: 'el perfil guardado de un proxy',
    host: 'o bien: nombre o dirección del host de un proxy, o su URL: spcp://user@host:port',
    port: 'su puerto SCTP (si no se indica: 9090)',
    transport: 'cómo se llega a él (si no se indica: auto)',
    udpPort: 'su puerto UDP, para SCTP sobre UDP (si no se indica: 9899)',
    sshDestination: 'para ssh: [usuario@]host[:puerto] desde el que se llega a --host',
    relayCommand:
      'para ssh: lo que une ese servidor con el proxy; {host} y {port} son los del proxy (si no se indica: socat)',
    user: 'usuario con el que se inicia sesión',
    passwordStdin: 'lee la contraseña de la primera línea de la entrada estándar',
    timeout:
      'para la conexión y para cada respuesta: 500ms, 5s, 2m (si no se indica: 5s; por ssh, 15s para conectar)',
    alone: 'abre sesiones propias aunque haya una consola en marcha que las tenga',
    dataDir: 'dónde se guardan los perfiles y el registro de auditoría (también SPCP_CONSOLE_HOME)',
    json: 'muestra JSON; los contadores son cadenas decimales, un error es {"error":{…}}',
    confirm: 'en un perfil cuya clase lo pide: el nombre del perfil',
    expect: 'cambia solo si ahora está en vigor esto; "" es ninguna (si no, código de salida 7)',
    interval: 'tiempo entre dos lecturas',
    count: 'termina tras ese número de lecturas',
    name: 'cómo se llama',
    class:
      'clase de entorno: development (la habitual), staging, production o una propia; «profiles classes» las muestra',
    folder: 'carpeta, con / entre sus partes',
    pollSeconds: 'segundos entre dos lecturas (si no se indica: 1)',
    alertsPast: 'las que ya terminaron',
    alertsReason: 'el motivo',
    reportFolder: 'los proxies de esta carpeta y de las que contiene (por omisión: todos)',
    reportTag: 'los proxies con esta etiqueta',
    reportSearch: 'los proxies que se ajustan a esta búsqueda, como en la lista de perfiles',
    reportSpan: 'day: día (por omisión), week: semana o month: mes',
    reportLast: 'el anterior, que ya terminó',
    reportFrom: 'en su lugar desde este día, como 2026-05-01',
    reportTo: 'hasta el final de este día (por omisión: hoy)',
    reportFormat: 'text, html, csv o json (por omisión: según el final del archivo, o text)',
    reportOutput: 'escribe en este archivo, que solo usted puede leer',
    reportReplace: 'reemplaza el archivo si ya existe',
    auditCount: 'cuántos (por omisión: 50)',
    auditFormat: 'csv (por omisión) o json: un objeto por línea',
    eventsSince:
      'desde entonces: 2026-05-01, 2026-05-01T08:30, o hace tanto tiempo, como 90m, 24h o 7d',
    eventsUntil: 'antes de entonces, igualmente',
    eventsKind: 'solo de este tipo; se puede dar varias veces',
    eventsSeverity: 'solo problemas, avisos o rutina',
    eventsSearch: 'solo los eventos en los que están todas estas palabras: nombre, tipo, valores',
    eventsLimit: 'como mucho tantos (list: 50 por omisión)',
    eventsFormat: 'csv (por omisión) o json: una sola lista',
    auditText: 'solo las entradas en las que están todas estas palabras',
    auditBy: 'solo lo que cambió este usuario del sistema operativo',
    auditSetting: 'solo transformation o bufferSize',
    auditShell: 'solo lo que se cambió desde desktop, web o cli',
    exportFolder: 'solo lo que contiene esta carpeta',
    confirmRestore: 'la palabra «restore»: lo que ahora guarda el directorio de datos se aparta',
    confirmForget: 'la palabra «forget»: sin la frase, las contraseñas no se pueden volver a leer',
    removeNewer: 'elimina también los perfiles que llegaron después de la copia',
    withSecrets: 'con las contraseñas de la bóveda, bajo una frase de contraseña',
    withTags:
      'importa también lo previsto por las etiquetas del archivo, que vale asimismo para los perfiles de aquí',
    withoutSecrets: 'deja fuera las contraseñas del archivo',
    passphraseStdin:
      'lee la frase del archivo de la primera línea de la entrada estándar (también SPCP_EXPORT_PASSPHRASE)',
    dryRun: 'solo imprime lo que se haría',
    set: 'valor que se da a un campo, como pollSeconds=30; se puede repetir',
    inherit: 'campo que ha de decir la carpeta; se puede repetir',
    tag: 'etiqueta que se añade; se puede repetir',
    planFolder: 'todos los de esta carpeta y las que contiene',
    planTag: 'todos los de esta etiqueta',
    planSearch:
      'todos los que encuentra esta búsqueda de la lista de perfiles, como «env:staging -tag:old»',
    planTransformation: 'la transformación que deben tener',
    planNoTransformation: 'no deben tener ninguna transformación',
    planBufferSize: 'el tamaño de búfer que deben tener, en bytes',
    planRead: 'vuelve a leer antes lo que está en vigor',
    canary:
      'cambia antes unos pocos, los compara con los demás y los revierte por sí solo si están peor: cuántos, una parte como 10%, o el nombre de un perfil',
    hold: 'cuánto esperan los demás: un tiempo como 5m, o lecturas de cada canario como 20polls',
    whenFine:
      'qué pasa con un canario que está bien: go-on, seguir con los demás, o ask, preguntar',
    approve: 'si alguno está protegido: el nombre del plan y el número de sus proxies',
    concurrency: 'cuántos a la vez (por defecto: 16)',
    conflicts:
      'si está en vigor otro valor que el leído: dejarlo (leave), o tomarlo por leído y cambiarlo (take)',
    onExisting: 'qué se hace con un perfil que ya existe: skip (por defecto), replace o add',
  },
  prefixes: { error: 'error', warning: 'aviso' },
  metrics: {
    connections: 'conexiones',
    transferredBytes: 'bytes transferidos',
    accesses: 'accesos',
    roundTrip: 'ida y vuelta',
    reached: 'por',
    implausible: 'inverosímil',
  },
  reached: (description, by, why) => `${description}, ${by}${why === null ? '' : ` (${why})`}`,
  watch: {
    time: 'hora',
    connections: 'conexiones',
    bytes: 'bytes',
    bytesPerSecond: 'bytes/s',
    accesses: 'accesos',
    accessesPerSecond: 'accesos/s',
    note: 'nota',
    restarted: 'reiniciado',
    implausible: 'inverosímil',
    connectedAgain: 'Conectado de nuevo.',
  },
  nextAttempt: (seconds) => `Próximo intento en ${seconds} s.`,
  profileColumns: {
    name: 'nombre',
    host: 'host',
    port: 'puerto',
    transport: 'transporte',
    udpPort: 'puerto udp',
    user: 'usuario',
    environment: 'entorno',
    folder: 'carpeta',
    managedBy: 'administrado por',
  },
  auditColumns: {
    id: 'n.º',
    at: 'hora',
    actor: 'quién',
    profileName: 'perfil',
    setting: 'ajuste',
    change: 'de → a',
    outcome: 'resultado',
    shell: 'desde',
    plan: 'plan',
  },
  eventsColumns: { at: 'hora', profileName: 'perfil', kind: 'tipo', detail: 'detalles' },
  eventsEmpty: 'Ningún evento coincide.',
  auditEmpty: 'Aún no se ha cambiado nada.',
  auditWhole: (records, head) =>
    records === 0
      ? 'El registro de auditoría está vacío.'
      : `Las ${records} entradas están como se escribieron. La última tiene el hash ${head}.`,
  copyColumns: {
    copy: 'copia',
    profiles: 'perfiles',
    missing: 'devuelve',
    different: 'deja como estaban',
    newer: 'llegaron después',
  },
  vaultColumns: { vault: 'Bóveda', state: 'Estado' },
  vaultKinds: {
    keychain: 'llavero',
    passphrase: 'bóveda con frase de contraseña',
    session: 'solo esta sesión',
    command: 'comando externo',
  },
  vaultStates: {
    inUse: 'en uso',
    locked: 'en uso, bloqueada',
    opened: 'en uso, la frase es correcta',
    notAgreed: 'en uso; otro programa cambió el comando, y nadie lo aceptó en la aplicación',
    resting: 'descansa mientras se usa el comando externo',
    offered: 'se puede elegir en la aplicación',
  },
  vaultRefused: (refusal) => `no es posible: ${refusals[refusal]}`,
  vaultForgotten: (kept) =>
    kept === null
      ? 'No había nada que olvidar. Elija en la aplicación dónde se guardan las contraseñas desde ahora.'
      : `Las contraseñas se han olvidado; el archivo de la bóveda se conserva como ${kept}. Elija en la aplicación dónde se guardan las contraseñas desde ahora.`,
  backupCreated: (files, bytes, path) =>
    `${files} ${files === 1 ? 'archivo' : 'archivos'}, ${bytes}, copiados en ${path}.`,
  backupWhole: (files, bytes, savedAt) =>
    `La copia de ${savedAt} está completa: ${files} ${files === 1 ? 'archivo' : 'archivos'}, ${bytes}.`,
  backupRestored: (savedAt, kept) =>
    kept === null
      ? `La copia de ${savedAt} está en su lugar.`
      : `La copia de ${savedAt} está en su lugar. Lo que había se guarda como ${kept}.`,
  noCopy: 'Los perfiles están como en todas las copias que se guardan.',
  restored: (count) => `Se ${count === 1 ? 'restauró 1 perfil' : `restauraron ${count} perfiles`}.`,
  classColumns: { name: 'clase', teeth: 'pide', colour: 'color', profiles: 'perfiles' },
  teeth: { readOnly: 'desbloqueo', typed: 'nombre', marked: 'marca' },
  unknownClass: 'desconocida (como production)',
  unknownClasses: (names) =>
    `De una clase que aquí no se conoce y que por eso cuentan como de producción hasta que se les dé otra: ${names}.`,
  noProfile: 'No hay ningún perfil guardado.',
  added: (name) => `Se añadió ${name}.`,
  removed: (name) => `Se eliminó ${name}.`,
  replaced: (name) => `${name}: sustituido.`,
  skipped: (name) => `${name}: omitido, ya existe.`,
  nothingImported: 'El archivo no tiene ningún perfil.',
  unchanged: (name) => `${name}: nada que cambiar`,
  tagTaken: (tag) => `Se importó lo previsto por la etiqueta «${tag}».`,
  passwordsTaken: (count) => `Contraseñas tomadas: ${count}.`,
  passwordsLeftOut: (count) =>
    `Contraseñas dejadas fuera, por ser de otra dirección, otro transporte u otro usuario: ${count}.`,
  none: '(ninguna)',
  change: {
    before: 'antes',
    inForce: 'en vigor',
    lastSet: 'fijado aquí antes',
    accepted: 'aceptado',
    unknown: 'desconocido',
    notVerified: 'SPCP no permite releer el tamaño, así que no está verificado.',
  },
  bytes: (count) => `${count} bytes`,
  forNewConnections: (bytes) => `${bytes}, para las conexiones que se abran desde ahora`,
  stages: {
    resolve: 'nombre',
    support: 'medios',
    reach: 'alcance',
    handshake: 'asociación',
    login: 'acceso',
    read: 'lectura',
    quit: 'salida',
  },
  outcomes: { ok: 'bien', failed: 'falló', skipped: 'omitido' },
  stockCredentials: (name) =>
    `${name} se usa con las credenciales de fábrica, que todos conocen (comportamiento observado 16). Cámbielas en el proxy.`,
  passphrasePrompt: 'Frase de contraseña de la bóveda: ',
  exportPassphrasePrompt: 'Frase de contraseña del archivo: ',
  exportPassphraseAgain: 'La frase otra vez: ',
  inKeychain: (name) =>
    `La contraseña de ${name} está en el llavero del sistema operativo, que solo puede usar la aplicación de escritorio.`,
  passwordPrompt: (user, name) => `Contraseña de ${user} en ${name}: `,
  drift: {
    nothing: 'No hay nada previsto para ningún perfil.',
    states: {
      deviates: 'se desvía',
      disagree: 'las etiquetas discrepan',
      unknown: 'desconocido',
      unreachable: 'no alcanzado',
      'in-line': 'como se previó',
    },
    intended: (value) => `previsto: ${value}`,
    found: (value) => `en vigor: ${value}`,
    here: (who, time) => `puesto desde aquí por ${who}, ${time}`,
    elsewhere: (since, until) => `puesto por otra persona, entre ${since} y ${until}`,
    disagree: (tags) => `${tags} prevén cosas distintas`,
  },
  alerts: {
    none: 'Nada.',
    states: { firing: 'activa', acknowledged: 'atendida', over: 'terminada' },
    ownNetwork: 'la red de este equipo',
    acknowledged: (count) => `Atendidas: ${count}`,
    wouldFireNothing: 'No habría avisado de nada en el último día.',
    notKept: 'De lo que vigila esta regla no se guarda nada: no se sabe qué habría avisado.',
  },
  reportWritten: (path) => `Escrito en ${path}`,
  plan: planTexts,
  ending: 'Se espera al proxy para terminar en orden. Otra vez termina enseguida.',
};
