import type { StateCode } from '@obmen/contract'

export interface HelpPlace {
  chapter: string
  hash: string
}

const exchanges = (hash: string): HelpPlace => ({ chapter: '6-exchanges', hash })
const first = { chapter: '3-connect-1c', hash: 'first-call' }

/** Section of the guide about each state; null if nothing has to be done. */
export const HELP_ON_STATES: Readonly<Record<StateCode, HelpPlace | null>> = {
  'never-called': first,
  'new-password': first,
  working: null,
  'wrong-password': exchanges('wrong-password'),
  'wrong-login': exchanges('wrong-password'),
  loading: exchanges('not-confirmed'),
  'not-confirmed': exchanges('not-confirmed'),
  searching: exchanges('not-confirmed'),
  'takes-none': exchanges('not-confirmed'),
  cut: exchanges('failed'),
  failed: exchanges('failed'),
  'no-calls': exchanges('silent'),
  paused: exchanges('states'),
  restored: exchanges('restored'),
}

export const HELP_ON_NOTIFICATIONS: HelpPlace = { chapter: '9-notifications', hash: 'set-up' }

export const HELP_ON_WAITING: HelpPlace = { chapter: '5-orders', hash: 'states' }

export const HELP_ON_HELD: HelpPlace = { chapter: '5-orders', hash: 'held' }

export const HELP_ON_UPLOADS: HelpPlace = exchanges('files')

export const HELP_ON_TASKS: HelpPlace = { chapter: '7-accountant', hash: 'tasks' }

export const HELP_ON_READING: HelpPlace = { chapter: '10-reading', hash: 'set-up' }

export const HELP_ON_RECONCILIATION: HelpPlace = { chapter: '10-reading', hash: 'states' }
