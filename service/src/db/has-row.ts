/**
 * Whether there is such a row, as SQL; `order` names the rest of the index that finds it. A plain `exists`
 * with the key of another row is planned as if each key had its share of the rows: where one tenant has most
 * of them, it reads the whole table to find none.
 */
export const hasRow = (from: string, order: string): string =>
  `coalesce((select true from ${from} order by ${order} limit 1), false)`
