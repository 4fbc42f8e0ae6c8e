/** How the search identifies an order: in a revision, with a number of resends. */
export const orderIdSql = (orderKey: string, revision: string, resendCount: string): string =>
  `${orderKey} || ':' || ${revision} || ':' || ${resendCount}`

export function orderKeyOf(id: string): number {
  return Number(id.slice(0, id.indexOf(':')))
}
