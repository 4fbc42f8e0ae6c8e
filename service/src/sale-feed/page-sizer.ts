import type { Order } from '../orders/order.js'

const FIRST_PAGE = 100
/** Lines that a page may hold in memory: what is large in an order is the number of its lines. */
const PAGE_LINES = 10_000

/** How many orders the next page should ask for, by how long those of the last page were. */
export function pageSizer(limit: number): { next(): number; seen(orders: readonly Order[]): void } {
  let size = Math.min(FIRST_PAGE, limit)
  return {
    next: () => size,
    seen(orders) {
      if (orders.length === 0) return
      const lines = orders.reduce((sum, order) => sum + order.lines.length, 0)
      size = Math.max(1, Math.min(limit, Math.floor((PAGE_LINES * orders.length) / lines)))
    },
  }
}
