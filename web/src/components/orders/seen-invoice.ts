const KEY = 'obmen-invoice-seen'

/** Whether this browser has shown the 1C document of an order: until then the overview links there. */
export function hasSeenInvoice(): boolean {
  return localStorage.getItem(KEY) !== null
}

export function noteInvoiceSeen(): void {
  localStorage.setItem(KEY, 'yes')
}
