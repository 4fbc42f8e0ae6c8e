import type { EntitySet } from '../sets.js'
import { catalogueSets } from './catalogues.js'
import { invoiceSets } from './invoices.js'
import { paymentSets } from './payments.js'
import { registerSets } from './registers.js'
import { shipmentSets } from './shipments.js'

/** What БП has of the documents of a site's orders, and what these refer to. */
export const bpSets = (): EntitySet[] => [
  ...invoiceSets(),
  ...paymentSets(),
  ...shipmentSets(),
  ...registerSets(),
  ...catalogueSets(),
]
