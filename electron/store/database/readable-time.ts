/**
 * SQL for what a damaged file may hold: an integer that no number holds makes the whole answer throw, of all rows. As REAL it is read, whatever it is,
 * and the row's schema then says whether it is a time. Only for columns whose rows are not sorted or searched by the name.
 */
export function anyInteger(column: string): string {
  return `CAST(${column} AS REAL) AS ${column}`;
}

/** SQL: whether a column holds a whole number that is a number's, and none below zero: an id, or how many there are. */
export function isCount(column: string): string {
  return `${column} BETWEEN 0 AND 9007199254740991`;
}

/** SQL: whether a column holds how many readings a minute, an hour or a day can have. */
export function isNumberOfReadings(column: string): string {
  return `${column} BETWEEN 0 AND 1000000000`;
}

/** SQL: whether a column, one of an index maybe, holds a time that can be written as a date (ECMA-262, time values). */
export function isTime(column: string): string {
  return `${column} BETWEEN -8640000000000000 AND 8640000000000000`;
}
