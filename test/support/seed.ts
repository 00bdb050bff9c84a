/** From what random numbers of tests begin: SEED replays those of another run. Tests that draw say it in their titles, so that a failure tells it. */
export const seed = Number(process.env.SEED ?? Date.now() & 0xffff);
