import type { Client } from '../client.js'
import type { DocumentOutcome, LineOutcome, PaymentOutcome } from '../result.js'
import { type BaseSettings, type FullBaseSettings, fillBaseSettings } from './settings.js'

/** A document of the base. `outcome` is replaced whole, never changed in place. */
export interface StoredDocument {
  id: number
  outcome: DocumentOutcome
  /** `Ожидается согласование`, `Завершен` …: what the configuration's update rules check. */
  state: string
  /** All data from the site, condensed: equal means that nothing changed. */
  fingerprint: string
  /** What people changed by hand since the last load. */
  edits: string[]
  /** How often it was written, from 0. */
  writes?: number
}

export interface StoredPayment {
  id: number
  documentId: number
  key: string
  /** The document's previous payment. */
  previousId: number | undefined
  outcome: PaymentOutcome
  /** People unposted it. */
  unposted?: true
}

/** A row of БП's register of statuses, as last written; an empty one was never written. */
export interface InvoiceStatus {
  /** `НеОплачен`, `ОплаченЧастично`, `Оплачен`, `Отменен`. */
  paid: string
  /** `НеОтгружен`, `ОтгруженЧастично`, `Отгружен`. */
  shipped: string
}

export interface Customer {
  id: number
  name: string
  legal: boolean
  inn: string
  kpp: string
  /** The site's id at the first load. */
  siteId: string | null
  /** The site's name for it at the first load. */
  siteName: string
}

export interface Item {
  id: number
  /** At most 100 characters: longer names are cut on save. */
  name: string
  article: string | null
}

export interface ManagedPayment {
  guid: string
  number: string
  /** The base's wall clock, `2026-03-01T12:30:05`. */
  date: string
  amount: string
  unposted?: true
}

export interface ManagedShipment {
  guid: string
  number: string
  date: string
  lines: LineOutcome[]
  /** БП: the invoice stands in the lines alone. */
  byLine?: true
  /** БП: a УПД. */
  universal?: true
}

/** What people in 1C have done with a loaded document. */
export interface ManagedDocument {
  /** The document's id in this base. */
  documentId: number
  guid: string
  posted: boolean
  canceled: boolean
  deleted: boolean
  /** Lines as people edited them, until the site's next change; undefined while unedited. */
  lines: { of: string; lines: LineOutcome[] } | undefined
  payments: ManagedPayment[]
  shipments: ManagedShipment[]
  /** Changed since the last upload that the site accepted. */
  waits: boolean
  /** БП: moved to another of the base's organizations, by its place in the settings. */
  organization?: number
}

/** A 1C base in memory that persists across exchanges. Created by `createBase`. */
export interface OneC {
  readonly client: Client
  readonly settings: FullBaseSettings
  readonly documents: Map<number, StoredDocument>
  readonly payments: Map<number, StoredPayment>
  readonly customers: Map<number, Customer>
  readonly items: Map<number, Item>
  /** Lookup tables by key, as the configuration has them: documents, customers, items, payments. */
  readonly index: Map<string, number>
  /** Manual changes to documents, by the document's id. */
  readonly managed: Map<number, ManagedDocument>
  /** БП: what its register says of invoices, by the document's id. */
  readonly statuses: Map<number, InvoiceStatus>
  /** The last id assigned. */
  lastId: number
}

/** An empty base of the configuration. */
export function createBase(client: Client, settings: BaseSettings = {}): OneC {
  return {
    client,
    settings: fillBaseSettings(client, settings),
    documents: new Map(),
    payments: new Map(),
    customers: new Map(),
    items: new Map(),
    index: new Map(),
    managed: new Map(),
    statuses: new Map(),
    lastId: 0,
  }
}

/** The document of the site's order with this number. */
export function documentOf(base: OneC, siteNumber: string): StoredDocument | undefined {
  return documentsOf(base, siteNumber).at(-1)
}

/** All documents of an order of the site: more than one means that 1C did not recognize it. */
export function documentsOf(base: OneC, siteNumber: string): StoredDocument[] {
  return [...base.documents.values()].filter(document => document.outcome.siteNumber === siteNumber)
}

export function paymentsOf(base: OneC, siteNumber: string): PaymentOutcome[] {
  return [...base.payments.values()]
    .map(payment => payment.outcome)
    .filter(payment => payment.siteNumber === siteNumber)
}

export interface Edit {
  /** A new state: УТ `К обеспечению`, УНФ `Завершен`, Розница `Закрыт`. */
  state?: string
  comment?: string
}

/** What a person changes between two exchanges. Throws if there is no such document. */
export function editDocument(base: OneC, siteNumber: string, edit: Edit): void {
  const document = documentOf(base, siteNumber)
  if (document === undefined) throw new Error(`no document of the order ${siteNumber}`)
  const comment = edit.comment ?? document.outcome.comment
  base.documents.set(document.id, {
    ...document,
    state: edit.state ?? document.state,
    outcome: { ...document.outcome, comment },
    edits: [...document.edits, ...Object.keys(edit)],
  })
}

const VERSION = 1
const MAPS = ['documents', 'payments', 'customers', 'items', 'index', 'managed', 'statuses'] as const

/** A base serialized as text, to be stored between two runs; `parseBase` reads it. */
export function formatBase(base: OneC): string {
  const maps = Object.fromEntries(MAPS.map(name => [name, [...base[name]]]))
  const { client, settings, lastId } = base
  return `${JSON.stringify({ version: VERSION, client, settings, lastId, ...maps })}\n`
}

/** Throws for a text that `formatBase` did not make. */
export function parseBase(text: string): OneC {
  const kept = JSON.parse(text) as Omit<OneC, (typeof MAPS)[number]> & { version?: number } & Record<
      (typeof MAPS)[number],
      [never, never][]
    >
  if (kept.version !== VERSION) throw new Error('not a base of this simulator')
  const base = createBase(kept.client, kept.settings)
  // A base of before has no statuses.
  for (const name of MAPS) for (const [key, value] of kept[name] ?? []) base[name].set(key, value)
  base.lastId = kept.lastId
  return base
}
