const KEY = 'obmen-invoice-seen'

/** Whether this browser has shown what a 1C makes of an order: until then the overview leads there. */
export function hasSeenInvoice(): boolean {
  return localStorage.getItem(KEY) !== null
}

export function noteInvoiceSeen(): void {
  localStorage.setItem(KEY, 'yes')
}
