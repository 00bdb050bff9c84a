import type { insights as english } from '../en/insights.ts';
import type { Texts } from '../texts.ts';

export const insights: Texts<typeof english> = {
  label: 'Deducciones, {{span}}',
  what: 'Qué',
  value: 'Valor',
  explain: 'Explicar: {{name}}',
  formula: 'Fórmula',
  conditions: 'Se muestra si',
  names: {
    meanDuration: 'Duración media (estimada)',
    bytesPerAccess: 'Bytes por acceso',
    bytesPerConnection: 'Caudal por conexión',
    share: 'Parte de la flota, ahora',
    balance: 'Equilibrio',
    moved: 'Transferido en total',
    accesses: 'Accesos en total',
    runs: 'Funciona al menos',
  },
  help: {
    meanDuration: {
      what: 'Cuánto tiempo está abierta una conexión, por la ley de Little. SPCP no lo dice, así que es una estimación.',
      formula: 'media de conexiones abiertas ÷ accesos por segundo, en segundos',
      conditions:
        'en el intervalo se vieron al menos {{accesses}} accesos y {{readings}} lecturas, se observó más de la mitad, el proxy no se reinició, al final hay tantas conexiones abiertas como al principio, o casi, dura el doble que una conexión, y las conexiones que terminan se descuentan.',
    },
    bytesPerAccess: {
      what: 'Cuánto se transfiere por cada conexión aceptada.',
      formula: 'bytes por segundo ÷ accesos por segundo, en bytes',
      conditions:
        'en el intervalo se vieron al menos {{accesses}} accesos y {{readings}} lecturas, y se observó más de la mitad. Un reinicio no quita nada: ambos contadores empiezan de nuevo.',
    },
    bytesPerConnection: {
      what: 'A qué velocidad transfiere bytes una conexión mientras está abierta.',
      formula: 'bytes por segundo ÷ media de conexiones abiertas, en bytes por segundo',
      conditions:
        'en el intervalo se vieron al menos {{readings}} lecturas, se observó más de la mitad, el proxy no se reinició, había conexiones abiertas, y las que terminan se descuentan.',
    },
    share: {
      what: 'Su parte de los bytes que todos los proxies conectados transfieren ahora, como media del intervalo del tablero.',
      formula: 'sus bytes por segundo ÷ la suma de los de todos los conectados',
      conditions: 'está conectado, otro proxy también, y alguno transfiere bytes.',
    },
    balance: {
      what: 'Cómo de repartidos están los accesos entre los proxies del grupo: el índice de Jain, desde el 100 %, si todos tienen los mismos, hasta una sola parte, si uno los tiene todos.',
      formula: '(suma de accesos)² ÷ (número de proxies × suma de los cuadrados de los accesos)',
      conditions:
        'al menos dos de ellos están conectados, con {{least}} accesos de media para cada uno en el intervalo: con menos, basta el azar para que se diferencien.',
    },
    moved: {
      what: 'Lo que subió el contador de bytes, byte por byte, unido a través de los reinicios.',
      formula: 'suma de todas las subidas; tras un reinicio, lo que dice el contador',
      conditions:
        'hay dos lecturas en el intervalo. Lo transferido en los huecos se cuenta, salvo lo transferido entre la última lectura y un reinicio. Las horas son las de las lecturas más próximas a los extremos del intervalo: de las dos últimas semanas hay una por minuto, antes una por hora.',
    },
    accesses: {
      what: 'Lo que subió el contador de accesos, unido a través de los reinicios.',
      formula: 'suma de todas las subidas; tras un reinicio, lo que dice el contador',
      conditions: 'como para los bytes.',
    },
    runs: {
      what: 'SPCP no dice desde cuándo funciona un proxy. Ningún contador suyo ha bajado desde entonces.',
      formula:
        'última lectura − primera lectura tras la última bajada de un contador, o si no la primera de todas',
      conditions:
        'se leyó alguna vez. Un reinicio dentro de un hueco solo se nota si un contador es más bajo después que antes.',
    },
  },
  why: {
    'no-data': 'No se leyó nada.',
    'few-readings': 'Muy pocas lecturas: {{readings}} de {{least}}.',
    'few-accesses': 'Muy pocos accesos: {{accesses}} de {{least}}.',
    gaps: 'Solo se observó el {{watched}} del intervalo.',
    restart_one: 'El proxy se reinició en el intervalo.',
    restart_many: 'El proxy se reinició {{count}} de veces en el intervalo.',
    restart_other: 'El proxy se reinició {{count}} veces en el intervalo.',
    unproven:
      'Aún no se sabe si las conexiones que terminan se descuentan: se observaron {{accesses}} accesos de {{least}}.',
    rising:
      'Tras {{accesses}} accesos se cuentan {{rise}} conexiones abiertas más: puede haber más, o no se descuentan.',
    'only-rises':
      'La cuenta de conexiones abiertas solo sube, {{rise}} en {{accesses}} accesos. No es creíble.',
    'below-zero':
      'La cuenta de conexiones abiertas estuvo por debajo de cero. No es creíble hasta que el proxy se reinicie.',
    'none-open': 'No había ninguna conexión abierta.',
    'short-span': 'El intervalo es muy corto: una conexión estaría abierta {{duration}}.',
    unsteady: 'Las conexiones abiertas cambiaron demasiado: {{change}} en {{accesses}} accesos.',
    'no-traffic': 'No se transfiere nada.',
    alone: 'No hay otro con el que comparar.',
  },
  readings: '{{from}} a {{to}}',
  gap: '{{gap}} sin observar, lo transferido entonces se cuenta',
  spliced_one: 'al menos: {{count}} reinicio',
  spliced_many: 'al menos: {{count}} de reinicios',
  spliced_other: 'al menos: {{count}} reinicios',
  since: {
    restart: 'reinicio visto {{time}}',
    'first-contact': 'primera lectura {{time}}',
  },
  shareOfThese: 'Parte de estos',
  balanceOfThese: 'Equilibrio de sus accesos: {{value}}',
  onlyRises: 'solo sube: no es creíble',
};
