import type { OrderWarningCode, Severity } from '@obmen/contract'
import type { FindingParams } from '../../findings/finding.js'

/** Something that the sender should check, although the order was accepted. */
export interface OrderWarning {
  code: OrderWarningCode
  /** JSON pointer into the order, `/lines/0/id`. */
  path: string
  /** Russian sentences: what will happen in 1C and what to do. */
  message: string
  /** Of a preflight finding: its severity, the integration, and the values in its message. */
  severity?: Severity
  integrationId?: string
  params?: FindingParams
}
