import type { ClientChoice } from '../clients.js'
import { MAX_BATCH } from './settings-limits.js'

/** An order matches a rule by its status and the gateway of one of its live payments. */
export interface PaymentRule {
  status?: string
  gateway?: string
  paymentmethodname?: string
}

export const SCHEMA_VERSIONS = ['2.05', '2.06', '2.07', '2.08', '2.09', '2.10'] as const
export type SchemaVersion = (typeof SCHEMA_VERSIONS)[number]

export const ENCODINGS = ['utf-8', 'utf-8-bom', 'windows-1251'] as const
export type Encoding = (typeof ENCODINGS)[number]

export const PAYMENTS = ['auto', 'documents', 'requisites'] as const
export type Payments = (typeof PAYMENTS)[number]

/** An integration's settings as the person wrote them: only the two required keys are always there. */
export interface Settings {
  paymentrules: PaymentRule[]
  paymentmethodname: string
  client?: ClientChoice
  schemaversion?: SchemaVersion
  encoding?: Encoding
  payments?: Payments
  ordernumber?: 'sequence' | 'platform'
  ordernumberfrom?: number
  batchlimit?: number
  /** A date of the location, `2026-11-01`. */
  ordersfrom?: string
  /** A date: documents dated before it are in a closed accounting period. */
  closedbefore?: string
  /** Whether the comment of a document begins with the order's number on the platform and its payments. */
  commentprefix?: boolean
  /** Whether a 1C that can be read by it gets the order's id as a requisite. */
  orderidrequisite?: boolean
  zip?: boolean
  filelimit?: number
  /** Whether orders and the catalogue are accepted from 1C; true unless set to false. */
  accept1c?: boolean
  /** After so many unconfirmed packages the search for the refused order begins; 0: never. */
  quarantineafter?: number
  /** Seconds before a package counts as not confirmed. */
  quarantinepause?: number
  /** Minutes without a call after which this 1C is silent; absent: by its own rhythm. */
  silentafter?: number
}

type Optional = 'ordersfrom' | 'ordernumberfrom' | 'closedbefore' | 'silentafter'

/** Settings with every default filled in. */
export type FullSettings = Required<Omit<Settings, Optional>> & Pick<Settings, Optional>

export const SETTINGS_DEFAULTS = {
  client: 'auto',
  schemaversion: '2.08',
  encoding: 'utf-8',
  payments: 'auto',
  ordernumber: 'sequence',
  batchlimit: 5000,
  commentprefix: true,
  orderidrequisite: true,
  zip: false,
  filelimit: 104_857_600,
  accept1c: true,
  quarantineafter: 2,
  quarantinepause: 60,
} as const satisfies Partial<Settings>

/** A larger `batchlimit` of an earlier version counts as MAX_BATCH. */
export function fillSettings(settings: Settings): FullSettings {
  const filled = { ...SETTINGS_DEFAULTS, ...settings }
  return { ...filled, batchlimit: Math.min(filled.batchlimit, MAX_BATCH) }
}
