import type { Integration } from '@obmen/contract/rest'

export function isTroubled({
  state,
  stateCause: { code },
}: Pick<Integration, 'state' | 'stateCause'>): boolean {
  return state !== 'exchanging' && code !== 'never-called' && code !== 'loading'
}
