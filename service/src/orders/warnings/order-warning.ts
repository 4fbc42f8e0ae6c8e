import type { OrderWarningCode, Severity } from '@obmen/contract'
import type { FindingParams } from '../../findings/finding.js'

/** Something that the sender should look at, although the order was accepted. */
export interface OrderWarning {
  code: OrderWarningCode
  /** JSON pointer into the order, `/lines/0/id`. */
  path: string
  /** One or more Russian sentences: what will happen in 1C and what to do. */
  message: string
  /** Of what preflight found for one integration: how grave it is, for which, and what the sentence is made of. */
  severity?: Severity
  integrationId?: string
  params?: FindingParams
}
