import type { TaskCode } from '@obmen/contract'
import type { FindingParams, Pair } from '../findings/finding.js'

/** Something to be done by hand in 1C. */
export interface TaskOfOrder {
  /** The happening within the order, for good. */
  event: string
  code: TaskCode
  params: FindingParams
}

export interface TasksOf extends Pair {
  tasks: readonly TaskOfOrder[]
}

export interface Task {
  id: number
  code: TaskCode
  params: FindingParams
  companyId: string
  companyName: string
  integrationId: string
  integrationName: string
  orderId: string
  platformNumber: string | null
  /** Of the order in that 1C. */
  number: string
  createdAt: Date
  doneAt: Date | null
  /** Null of a done one: it settled itself. */
  doneBy: string | null
}
