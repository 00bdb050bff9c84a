/** The name of the database of a data directory. Every console that runs there makes it before anything can be chosen in it. */
export const databaseFile = 'console.db';
