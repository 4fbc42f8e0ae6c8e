import type { ReconciliationState } from '@obmen/contract'
import type { Tone } from '../status.js'

export const STATE_TONES = {
  agrees: 'green',
  missing: 'red',
  doubled: 'red',
  differs: 'amber',
  'not-loaded': 'none',
  unknown: 'grey',
} as const satisfies Record<ReconciliationState, Tone>
