import type { Comparison } from '../../model/canary.ts';
import { type CanaryTexts, isNoFactor, measureText, timesOf } from '../canary-texts.ts';
import type { Format } from '../format.ts';

export const canary: CanaryTexts = {
  phases: {
    measuring: 'Midiendo cómo está todo antes del cambio',
    changing: 'Cambiando los canarios',
    holding: 'En espera: los canarios están cambiados, los demás aguardan',
    asking: 'A la espera de su decisión',
    'going-on': 'Siguiendo con los demás',
    reverting: 'Revirtiendo los canarios',
    over: 'Terminado',
  },
  outcomes: {
    'went-on': 'Siguió con los demás',
    stopped: 'Se detuvo antes de cambiar todos los demás',
    reverted: 'Los canarios están como antes; no se cambió nada más',
    left: 'Detenido: hay canarios que se quedan como están ahora',
    ended: 'Terminó sin cambiar nada',
  },
  notChanged: {
    title: 'No se pudo cambiar el canario; no se cambió nada más',
    next: 'Corrija lo que aquí se dice y vuelva a aplicar el plan, o elija otro canario.',
  },
  verdicts: { fine: 'Bien', worse: 'Peor', unclear: 'Sin veredicto' },
  choice: (choice, format) => {
    switch (choice.case) {
      case 'named':
        return 'Lo eligió usted.';
      case 'least-used':
        return `De ${choice.of} destinos es el menos usado (${format.perSecond(choice.accessesPerSecond)} accesos) con uso suficiente para un veredicto; uno protegido solo se elige si no hay otros.`;
      case 'first':
        return `De ninguno de los ${choice.of} destinos se sabe que se use lo bastante para un veredicto, así que se tomó el primero.`;
    }
  },
  comparison: (comparison, format) => {
    const { why, measure } = comparison;
    switch (why) {
      case 'within':
        return `${arithmetic(comparison, format)} De ${bound(comparison.low, format)} a ${bound(comparison.high, format)} no pasa de lo habitual.`;
      case 'below':
        return `${arithmetic(comparison, format)} Por debajo de ${bound(comparison.low, format)} está ${measure === 'roundTripMs' ? 'mejor' : 'peor'}.`;
      case 'above':
        return `${arithmetic(comparison, format)} Por encima de ${bound(comparison.high, format)} está ${measure === 'roundTripMs' ? 'peor' : 'distinto que antes, quizá como usted quiere'}.`;
      case 'varies':
        return `${arithmetic(comparison, format)} Varía tanto que solo se distingue fuera de ${bound(comparison.low, format)} a ${bound(comparison.high, format)}: espere más tiempo.`;
      case 'too-few-readings':
        return 'Muy pocas lecturas antes del cambio o desde entonces.';
      case 'no-control':
        return 'Muy pocos destinos intactos con los que comparar: hacen falta al menos tres.';
      case 'no-traffic':
        return 'Muy pocos accesos antes del cambio o desde entonces.';
      case 'restarted':
        return 'Sus contadores empezaron de cero, así que no se puede comparar el antes con el después.';
    }
  },
  session: ({ why, losses, usual }, format) => {
    const counted = `Perdida ${losses === 1 ? 'una vez' : `${losses} veces`} desde el cambio; entre los intactos lo habitual es ${format.number(usual)}.`;
    switch (why) {
      case 'kept':
        return losses === 0 ? 'Conservada desde el cambio.' : counted;
      case 'silent':
        return 'Ya no se alcanza, y otros sí.';
      case 'lost':
      case 'lost-often':
        return counted;
      case 'all-lost':
        return 'Tampoco se alcanza a la mitad de los intactos: puede ser la red de aquí.';
      case 'applied-else':
        return 'Respondió OK, y está en vigor otra cosa.';
    }
  },
  notRevertible: (count) =>
    count === 1
      ? 'No se conoce el tamaño de búfer anterior de un canario: no se puede revertir.'
      : `No se conoce el tamaño de búfer anterior de ${count} canarios: no se pueden revertir.`,
  mayStay: (count, of) =>
    count === of
      ? 'De ningún destino se conoce el tamaño de búfer en vigor: un canario no se puede revertir. Si está peor se queda como se cambió, y no se cambia nada más.'
      : `De ${count} de los ${of} destinos no se conoce el tamaño de búfer en vigor: un canario de entre ellos no se puede revertir, y se queda como se cambió.`,
  begunAnew: (times) =>
    `Nadie observó durante demasiado tiempo, así que la espera empezó de nuevo${times === 1 ? '' : ` ${times} veces`}.`,
  left: ({ options, held, wanted }, format) => {
    const rest = Math.max(0, wanted - held);
    return options.hold.kind === 'time'
      ? `quedan ${format.duration(Math.ceil(rest / 1000) * 1000)}`
      : `quedan ${format.number(rest)} de ${format.number(wanted)} lecturas`;
  },
};

function arithmetic(comparison: Comparison, format: Format): string {
  const { before, since, factor, usual, chance } = comparison;
  const own = `${measureText(comparison, before, format)} antes, ${measureText(comparison, since, format)} desde entonces: ${bound(factor, format)}.`;
  if (usual === null) return own;
  const spread = isNoFactor(usual.spread, format)
    ? ''
    : `, por lo general a no más de ${timesOf(usual.spread, format)} de eso`;
  const byChance =
    chance === null || isNoFactor(chance, format) ? '' : `; el azar es ${timesOf(chance, format)}`;
  return `${own} Los ${usual.count} intactos dieron ${timesOf(usual.factor, format)}${spread}${byChance}.`;
}

function bound(factor: number | null, format: Format): string {
  return factor === null ? '–' : timesOf(factor, format);
}
