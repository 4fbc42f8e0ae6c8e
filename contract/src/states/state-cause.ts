import type { StateCode } from '../enumerations.js'

/** The cause of an integration's state: a code and the parameters of its sentence. */
export interface StateCause {
  code: StateCode
  /** `loading`, `not-confirmed`: orders of the last answer. `searching`: among how many. */
  orders: number | null
  /** `wrong-login`: the login that was typed into 1C instead. */
  login: string | null
  /** `failed`: the answer that 1C got. */
  failure: string | null
}

/** What a person can do about it, with one button. */
export const STATE_ACTIONS = {
  'never-called': 'connect',
  'new-password': 'connect',
  working: null,
  loading: null,
  'wrong-password': 'new-password',
  'wrong-login': 'connect',
  'not-confirmed': 'open-exchange',
  searching: 'open-exchange',
  cut: 'open-exchange',
  failed: 'open-exchange',
  'no-calls': 'connect',
  paused: 'resume',
} as const satisfies Record<StateCode, string | null>
