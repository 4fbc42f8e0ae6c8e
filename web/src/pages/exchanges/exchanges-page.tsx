export function ExchangesPage() {
  return null
}
