/** An order as the search knows it: in this very revision, as often as somebody asked to send it again. */
export const orderIdSql = (orderKey: string, revision: string, resendCount: string): string =>
  `${orderKey} || ':' || ${revision} || ':' || ${resendCount}`

export function orderKeyOf(id: string): number {
  return Number(id.slice(0, id.indexOf(':')))
}
