import { forgetRows } from '../db/rows.js'

/** What was read of a removed integration; its connection goes with it. */
export const FORGET_READINGS = [
  forgetRows('reconciliation', 'integration_key, order_key'),
  forgetRows('read_related', 'integration_key, document, ref, type'),
  forgetRows('read_document', 'integration_key, order_key, ref'),
]
