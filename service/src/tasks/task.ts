import type { TaskCode } from '@obmen/contract'
import type { FindingParams, OrderAtIntegration } from '../findings/finding.js'

/** Something to be done by hand in 1C. */
export interface TaskOfOrder {
  /** What happened within the order; never changes. */
  event: string
  code: TaskCode
  params: FindingParams
}

export interface TasksOf extends OrderAtIntegration {
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
  /** The order's number in that 1C. */
  number: string
  createdAt: Date
  doneAt: Date | null
  /** Null for a done task: it resolved itself. */
  doneBy: string | null
}
