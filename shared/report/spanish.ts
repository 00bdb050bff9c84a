import type { ReportTexts } from './report-texts.ts';

const levels = {
  raw: 'lecturas',
  minute: 'medias de un minuto o más',
  hour: 'medias de una hora o más',
  day: 'medias de un día o más',
};

export const report: ReportTexts = {
  title: 'Informe',
  scope: (scope) => {
    switch (scope.kind) {
      case 'all':
        return 'Toda la flota';
      case 'folder':
        return `Carpeta ${scope.folder}`;
      case 'tag':
        return `Etiqueta ${scope.tag}`;
      case 'search':
        return `Búsqueda «${scope.search}»`;
    }
  },
  days: (first, last) => (first === last ? first : `${first} a ${last}`),
  made: (time) => `Hecho el ${time}`,
  until: (time) => `El periodo no ha terminado: lo que se cuenta llega hasta ${time}.`,
  outagesSince: (time) =>
    `Las caídas, la disponibilidad y los cambios hechos en otro lugar se conocen desde ${time}: los eventos anteriores ya no se conservan.`,
  alertsSince: (time) =>
    `Las alertas se conocen desde ${time}: las que terminaron antes ya no se conservan.`,
  facts: {
    title: 'Resumen',
    proxies: 'Proxies',
    availability: 'Disponibilidad',
    unwatched: 'Sin vigilar',
    outages: 'Caídas',
    restarts: 'Reinicios',
    bytes: 'Bytes transferidos',
    accesses: 'Accesos',
    balance: 'Equilibrio de los accesos',
    changes: 'Cambios',
    alerts: 'Alertas',
    open: (alerts, open) => `${alerts}, una por proxy; aún abiertas ${open}`,
  },
  proxies: {
    title: 'Proxies, primero los de peor disponibilidad',
    empty: 'No hay ningún proxy.',
    heads: {
      name: 'Proxy',
      folder: 'Carpeta',
      availability: 'Disponibilidad',
      down: 'Caído',
      outages: 'Caídas',
      unwatched: 'Sin vigilar',
      restarts: 'Reinicios',
      bytes: 'Bytes',
      accesses: 'Accesos',
      connections: 'Conexiones, media / máx.',
      roundTrip: 'Ida y vuelta, p50 / p95',
      answered: 'Lecturas a tiempo',
      changes: 'Cambios',
      alerts: 'Alertas',
    },
  },
  odd: {
    title: 'Los que se salen de lo normal',
    empty: 'Ningún proxy se alejó de los demás.',
    heads: { name: 'Proxy', trait: 'En', value: 'Media', usual: 'Lo normal', score: 'Puntuación' },
    traits: {
      connections: 'Conexiones abiertas',
      bytesPerSecond: 'Bytes por segundo',
      accessesPerSecond: 'Accesos por segundo',
      roundTripMs: 'Ida y vuelta',
    },
  },
  changes: {
    title: 'Cambios',
    empty: 'No se cambió ningún ajuste.',
    heads: {
      at: 'Cuándo',
      name: 'Proxy',
      setting: 'Ajuste',
      from: 'De',
      to: 'A',
      who: 'Quién',
      outcome: 'Resultado',
    },
    elsewhere: 'otra persona, no desde esta consola',
  },
  alerts: {
    title: 'Alertas',
    empty: 'Ninguna alerta.',
    heads: {
      at: 'Saltó',
      name: 'Proxy',
      what: 'Qué',
      lasted: 'Duración',
      acknowledged: 'Confirmada',
    },
    ownNetwork: 'La red de este equipo',
    stillOpen: 'aún abierta',
  },
  none: 'ninguna',
  unknown: 'no se sabe',
  removed: 'eliminado',
  onlyNewest: (listed, count) => `Las ${listed} más recientes de ${count}.`,
  notes: (level) => [
    'La disponibilidad es la parte del tiempo vigilado en que se alcanzó el proxy; la de todos se pondera por el tiempo vigilado de cada uno.',
    'Sin vigilar: no había ninguna consola en marcha, se pidió desconectar el proxy o nadie intentó alcanzarlo, como cuando rechaza el acceso o no hay contraseña. Eso nunca cuenta como caído.',
    'Los bytes y los accesos continúan tras los reinicios. Se pierde lo transferido entre la última lectura anterior a un reinicio y este.',
    ...(level === null
      ? []
      : [
          `Las conexiones y los tiempos de ida y vuelta se cuentan por ${levels[level]}; p50 y p95 son de esas.`,
        ]),
    'Lo normal es la mediana de la carpeta, o de todos donde la carpeta tiene menos de cuatro. Una puntuación de más de 3,5 queda lejos.',
  ],
};
