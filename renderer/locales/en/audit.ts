/** The record of every change. */
export const audit = {
  description: 'Who changed what of which proxy, by whichever shell, and what was read back.',
  verify: 'Verify',
  whole_one: 'One record, as it was written',
  whole_other: '{{count}} records, all as they were written',
  head: 'The last one has the hash {{hash}}.',
  export: 'Export',
  ofPlan: 'step of a plan',
  filterOutcome: 'Outcome',
  allOutcomes: 'All outcomes',
  clearOutcomes: 'Clear the outcomes',
  noneFits: 'None of the changes that are loaded fits',
} as const;
