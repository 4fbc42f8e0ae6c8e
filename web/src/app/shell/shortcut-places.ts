/** `g` and then a letter opens a page; the letters stand for the English names, on the keys where they are (KeyO, …). */
export const PLACES = [
  { code: 'KeyH', key: 'h', to: '/overview', text: 'overview' },
  { code: 'KeyO', key: 'o', to: '/orders', text: 'orders' },
  { code: 'KeyE', key: 'e', to: '/exchanges', text: 'exchanges' },
  { code: 'KeyP', key: 'p', to: '/platform', text: 'platform' },
  { code: 'KeyC', key: 'c', to: '/companies', text: 'companies' },
  { code: 'KeyS', key: 's', to: '/settings', text: 'settings' },
] as const
