import type { audit as en } from '../en/audit.ts';
import type { Texts } from '../texts.ts';

/** El registro de todos los cambios. */
export const audit: Texts<typeof en> = {
  description: 'Quién cambió qué de qué proxy, con qué programa, y lo que se releyó.',
  verify: 'Verificar',
  whole_one: 'Una anotación, como se escribió',
  whole_many: '{{count}} de anotaciones, todas como se escribieron',
  whole_other: '{{count}} anotaciones, todas como se escribieron',
  head: 'La última tiene el hash {{hash}}.',
  export: 'Exportar',
  ofPlan: 'paso de un plan',
  filterOutcome: 'Resultado',
  allOutcomes: 'Todos los resultados',
  clearOutcomes: 'Borrar los resultados',
  noneFits: 'Ninguno de los cambios cargados encaja',
};
