/** `g` and then a letter opens a page; the letters stand for English names, by key (KeyO, …). */
const PLACES = [
  { code: 'KeyH', key: 'h', to: '/overview', text: 'overview' },
  { code: 'KeyO', key: 'o', to: '/orders', text: 'orders' },
  { code: 'KeyE', key: 'e', to: '/exchanges', text: 'exchanges' },
  { code: 'KeyT', key: 't', to: '/tasks', text: 'tasks' },
  { code: 'KeyR', key: 'r', to: '/reconciliation', text: 'reconciliation' },
  { code: 'KeyP', key: 'p', to: '/platform', text: 'platform', administrators: true },
  { code: 'KeyC', key: 'c', to: '/companies', text: 'companies' },
  { code: 'KeyS', key: 's', to: '/settings', text: 'settings', administrators: true },
] as const

export function placesOf(administers: boolean): (typeof PLACES)[number][] {
  return PLACES.filter(place => administers || !('administrators' in place))
}
