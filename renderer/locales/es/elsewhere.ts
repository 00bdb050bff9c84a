import type { elsewhere as english } from '../en/elsewhere.ts';
import type { Texts } from '../texts.ts';

export const elsewhere: Texts<typeof english> = {
  from: 'De Prometheus ({{where}}): {{parts}}.',
  ofSome_one: 'En parte de Prometheus: {{count}} proxy.',
  ofSome_many: 'En parte de Prometheus: {{count}} de proxies.',
  ofSome_other: 'En parte de Prometheus: {{count}} proxies.',
  console: 'para toda la consola',
  folder: 'para la carpeta {{name}}',
  goneFolder: 'para una carpeta que ya no existe',
  between: '{{from}} a {{to}}',
  nothing: 'Prometheus ({{where}}) no tiene nada de antes de {{until}}.',
  waiting:
    'Todavía se espera a Prometheus ({{where}}). Hasta que responda, esto es lo que guarda esta consola.',
  absent:
    'Prometheus ({{where}}): {{why}} Se muestra lo que guarda esta consola; se le vuelve a preguntar por sí solo.',
  totalsAbsent: 'Prometheus: {{why}} Solo se suma lo que contó esta consola.',
  failed: 'Lo que no se guarda aquí no puede leerse ahora de Prometheus.',
  failedText: '{{why}} Lo que guarda esta consola se muestra igualmente.',
  warned: 'Prometheus avisa: {{warning}}',
  again: 'Reintentar',
  faults: {
    unreachable: 'No se puede llegar a él ({{code}}).',
    timeout: 'No respondió en {{time}}.',
    unauthorized:
      'Rechaza a quien pregunta (estado {{status}}): indique otro token, o nombre y contraseña, en Ajustes.',
    redirected:
      'Lleva a otro sitio (estado {{status}}), lo que no se sigue: indique la dirección a la que lleva.',
    unavailable: 'No puede responder ahora (estado {{status}}). {{said}}',
    refused: 'No admite la pregunta (estado {{status}}). {{said}}',
    'not-prometheus':
      'Lo que responde ahí no habla la API de Prometheus: revise la dirección y su ruta.',
    'too-large': 'Su respuesta pasa de {{size}}: elija un periodo más corto o menos proxies.',
    'no-secret':
      'No hay token ni contraseña que se introdujera para su servidor: indíquelo en Ajustes.',
    vault: 'Su token o contraseña no se puede leer ahora: {{why}}',
  },
  panel: {
    title: 'Historial de Prometheus',
    text: 'Un Prometheus, o lo que hable su API (Thanos, Mimir, VictoriaMetrics), al que un recolector exporte estos proxies, puede guardar años de ellos. Gráficos, comparaciones, indicadores e informes llegan entonces tan atrás como él.',
    none: 'No hay ninguno: todo el historial es lo que guarda esta consola.',
    forbidden: '{{by}} lo prohíbe: todo el historial es lo que guarda esta consola.',
    add: 'Añadir',
    change: 'Cambiar',
    test: 'Probar',
    remove: 'Quitar',
    changeOf: 'Cambiar lo que vale {{where}}',
    testOf: 'Probar lo que vale {{where}}',
    removeOf: 'Quitar lo que vale {{where}}',
    whole: 'Toda la consola',
    goneFolder: 'Una carpeta que ya no existe',
    caption: 'De dónde viene el historial',
    for: 'Para',
    address: 'Dirección',
    what: 'Qué',
    actions: 'Acciones',
    nowhere: 'De ningún otro sitio',
    reaches: {
      'past-kept': 'Lo más antiguo o más fino que lo guardado aquí',
      all: 'Todo',
    },
    secrets: {
      none: 'No se ha introducido ningún token ni contraseña.',
      elsewhere: 'El token o la contraseña se introdujo para otro servidor.',
    },
    tested: 'Prometheus se puede leer',
    testedText: '{{version}}, {{metrics}}, {{known}}.',
    version: 'Versión {{version}}',
    noVersion: 'No dice qué versión es',
    metrics_one: '{{count}} métrica de proxies',
    metrics_many: '{{count}} de métricas de proxies',
    metrics_other: '{{count}} métricas de proxies',
    known: 'del último día tiene {{known}} de {{asked}} proxies',
    testedOthers: 'Prometheus no tiene ninguno de estos proxies',
    testedOthersText:
      '{{version}}, {{metrics}}, pero del último día de ninguno de {{asked}} proxies. Se encuentran por los id de sus perfiles: el recolector que lee necesita los mismos, del mismo managed.json o de una exportación de esta consola.',
    testedNothing: 'Prometheus no tiene nada de proxies',
    testedNothingText:
      'No está ninguna de las métricas que escribe el exportador de una consola: haga primero que recoja las de un recolector.',
    testFailed: 'Prometheus no se puede leer',
    removeTitle: '¿No preguntarle más?',
    removeText:
      'Los gráficos muestran entonces lo que guarda esta consola. También se quita el token o la contraseña que se introdujo para él.',
    editTitle: 'De dónde viene el historial',
    folderField: 'Para',
    folderText:
      'Lo que dice una carpeta vale para lo que hay en ella; cuenta la carpeta más cercana.',
    from: 'El historial viene de',
    fromPrometheus: 'Un Prometheus',
    url: 'Dirección',
    urlText: 'Con su ruta si la tiene, como /prometheus.',
    urlFault:
      'Una dirección que empiece por https:// o http://, sin nombre, contraseña ni consulta.',
    reach: 'Leer de él',
    signIn: 'Se le dice quién pregunta',
    signIns: {
      none: 'No',
      bearer: 'Con un token',
      basic: 'Con nombre y contraseña',
    },
    clear:
      'Un token o una contraseña solo se envía por https, o a este equipo: otros podrían leerlo por el camino.',
    user: 'Nombre',
    userFault: 'Caracteres imprimibles de ASCII, sin dos puntos.',
    token: 'Token',
    password: 'Contraseña',
    secretText: 'Se guarda donde se guardan las contraseñas, solo para este servidor.',
    keepText: 'Vacío: se queda el que se introdujo para este servidor.',
    secretFault: 'Caracteres imprimibles de ASCII.',
    show: 'Mostrarlo',
  },
};
