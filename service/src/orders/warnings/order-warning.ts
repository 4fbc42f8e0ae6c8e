import type { OrderWarningCode, Severity } from '@obmen/contract'
import type { FindingParams } from '../../findings/finding.js'

/** Something that the sender should look at, although the order was accepted. */
export interface OrderWarning {
  code: OrderWarningCode
  /** JSON pointer into the order, `/lines/0/id`. */
  path: string
  /** One or more Russian sentences: what will happen in 1C and what to do. */
  message: string
  /** For a finding of preflight for one integration: its severity, the integration, and the values of its sentence. */
  severity?: Severity
  integrationId?: string
  params?: FindingParams
}
