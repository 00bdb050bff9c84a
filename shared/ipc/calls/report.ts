import { reportMakingSchema, reportWantedSchema } from '../../model/report.ts';

export const reportTopics = {
  /** Makes a report, and tells how far it is; unsubscribing ends it. */
  'report.making': { role: 'view', params: reportWantedSchema, value: reportMakingSchema },
} as const;
