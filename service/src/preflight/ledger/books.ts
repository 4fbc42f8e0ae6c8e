import type { ClientProfile } from '../../clients/index.js'

/** What the books of a 1C hold for an order, in kopecks. */
export interface Books {
  /** Payments that it made from what it was sent, by number; УТ gives each the next one of its own. */
  documents: Map<number, bigint>
  /** All that people entered, and what of it they took back again. */
  entered: bigint
  enteredUndone: bigint
  /** Of it what people say that they entered. */
  said: bigint
  /** All that people took back of payments that are not named. */
  undone: bigint
  /** Refunds that people entered, and payments that they took back, by id of the payment. */
  refunded: Map<string, bigint>
  removed: Map<string, bigint>
  /** The order's total in 1C; УНФ keeps it once the order has a payment. */
  total: bigint
  /** It was canceled, and 1C takes no more changes. */
  closed: boolean
}

/** Something that changed the books, or would. */
export type BookEvent =
  | { kind: 'load'; confirmed?: boolean; canceled: boolean; total: bigint; paid: readonly SentPayment[] }
  /** Sums of all that was entered or undone until then. */
  | { kind: 'entered' | 'undone'; sum: bigint }
  | { kind: 'refunded'; id: string; amount: bigint }
  /** `byHand`: from what was entered, not from 1C's own payment. */
  | { kind: 'removed'; id: string; amount: bigint; byHand?: boolean }
  /** 1C says that its books hold so much; `all`: and no more. */
  | { kind: 'reported'; sum: bigint; all?: boolean }
  /** All that its books hold: its own payments by number, all payments, and refunds by id of the payment. */
  | {
      kind: 'read'
      documents: ReadonlyMap<number, bigint>
      sum: bigint
      refunded: ReadonlyMap<string, bigint>
    }
  /** The payment of that number is of that sum, or there is none; without a number: all payments together. */
  | { kind: 'checked'; number: number | undefined; sum: bigint }

export interface SentPayment {
  id: string
  number: number
  amount: bigint
}

/**
 * How a 1C books payments: each as a document of its own; one of the whole sum that follows the order's total
 * (БП) or is made once, beside no other (УНФ); or one of what is left to pay (УТ).
 */
export type BookingForm = 'documents' | 'follows' | 'once' | 'left' | 'none'

export function bookingFormOf(
  { readsPayments, booksPaymentsWhole }: ClientProfile,
  read: 'documents' | 'whole' | 'unread',
): BookingForm {
  if (read !== 'whole') return read === 'unread' ? 'none' : read
  if (readsPayments === 'whole') return 'left'
  return booksPaymentsWhole ? 'follows' : 'once'
}

export interface Booking {
  profile: Pick<ClientProfile, 'skipsChanges'>
  form: BookingForm
  numberOf(id: string): number | undefined
}

/** Books that differ in what was loaded: a 1C that never confirms must not make them ever more. */
const MOST_BOOKS = 32

/**
 * The books that are possible after these events, in their order; first those of a 1C that loaded all, also
 * what it has not confirmed. Pure.
 */
export function book(by: Booking, events: readonly BookEvent[]): [Books, ...Books[]] {
  let possible: [Books, ...Books[]] = [emptyBooks()]
  for (const event of events) {
    const unloaded = event.kind === 'load' && event.confirmed === false ? possible.map(copyOf) : []
    for (const books of possible) change(books, by, event)
    if (possible.length + unloaded.length > 1) possible = different([...possible, ...unloaded])
  }
  return possible
}

function different([first, ...others]: readonly [Books, ...Books[]]): [Books, ...Books[]] {
  const textOf = ({ documents, entered, enteredUndone, total, closed }: Books): string =>
    [...[...documents].map(pair => pair.join(':')).sort(), entered, enteredUndone, total, closed].join()
  const found = new Map(others.map(books => [textOf(books), books]))
  found.delete(textOf(first))
  return [first, ...[...found.values()].slice(0, MOST_BOOKS - 1)]
}

function copyOf({ documents, refunded, removed, ...books }: Books): Books {
  return {
    ...books,
    documents: new Map(documents),
    refunded: new Map(refunded),
    removed: new Map(removed),
  }
}

function emptyBooks(): Books {
  return {
    documents: new Map(),
    entered: 0n,
    enteredUndone: 0n,
    said: 0n,
    undone: 0n,
    refunded: new Map(),
    removed: new Map(),
    total: 0n,
    closed: false,
  }
}

function change(books: Books, { profile, form, numberOf }: Booking, event: BookEvent): void {
  const ownPayment = ({ id, amount }: { id: string; amount: bigint }): number | undefined =>
    form === 'left' ? numberOfSum(books, amount) : numberOf(id)
  switch (event.kind) {
    case 'load':
      if (books.closed) break
      if (!event.canceled) load(books, form, event)
      else if (profile.skipsChanges !== undefined) books.closed = true
      break
    case 'entered':
      if (event.sum > books.entered) books.entered = event.sum
      if (event.sum > books.said) books.said = event.sum
      break
    case 'reported':
      report(books, event)
      break
    case 'read':
      if (form === 'left') report(books, { kind: 'reported', sum: event.sum, all: true })
      else read(books, event)
      for (const [id, amount] of event.refunded)
        if (amount > (books.refunded.get(id) ?? 0n)) books.refunded.set(id, amount)
      break
    case 'undone':
      if (event.sum <= books.undone) break
      takeBack(books, event.sum - books.undone)
      books.undone = event.sum
      break
    case 'refunded':
      books.refunded.set(event.id, (books.refunded.get(event.id) ?? 0n) + event.amount)
      break
    case 'removed':
      books.removed.set(event.id, (books.removed.get(event.id) ?? 0n) + event.amount)
      takeBack(books, event.amount, event.byHand ? undefined : ownPayment(event))
      break
    case 'checked':
      check(books, event)
  }
}

function report(books: Books, { sum, all }: BookEvent & { kind: 'reported' }): void {
  const beside = sum - sumOfDocuments(books) + books.enteredUndone
  if (beside > books.entered) books.entered = beside
  const more = sumOfDocuments(books) + enteredNow(books) - sum
  if (all && more > 0n) takeBack(books, more)
}

/** What people say that they entered stays their word: the reconciliation shows that it is not there. */
function read(books: Books, { documents, sum }: BookEvent & { kind: 'read' }): void {
  books.documents = new Map(documents)
  const beside = sum - sumOfDocuments(books)
  const now = enteredNow(books)
  const said = books.said - books.enteredUndone
  if (beside > now) books.entered += beside - now
  else books.enteredUndone += least(now - beside, now - said)
}

function check(books: Books, { number, sum }: BookEvent & { kind: 'checked' }): void {
  const { documents } = books
  if (number === undefined) {
    documents.clear()
    const rest = sum - enteredNow(books)
    if (rest > 0n) documents.set(1, rest)
    else books.enteredUndone -= rest
  } else if (sum > 0n) documents.set(number, sum)
  else documents.delete(number)
}

function load(books: Books, form: BookingForm, { total, paid }: BookEvent & { kind: 'load' }): void {
  const { documents } = books
  const first = paid[0]
  const inFull = first !== undefined && paid.reduce((sum, { amount }) => sum + amount, 0n) === total
  if (documents.size === 0 && enteredNow(books) === 0n) books.total = total
  if (form === 'documents') for (const { number, amount } of paid) documents.set(number, amount)
  if (!inFull) return
  if (form === 'follows') documents.set(first.number, total)
  if (form === 'once' && (documents.has(first.number) || enteredNow(books) === 0n))
    documents.set(first.number, books.total)
  if (form === 'left') {
    const left = total - sumInBooks(books)
    if (left > 0n) documents.set(Math.max(0, ...documents.keys()) + 1, left)
  }
}

/** УТ keeps no numbers of a site: a person finds its payment by the sum. */
export const numberOfSum = ({ documents }: Books, sum: bigint): number | undefined =>
  [...documents].find(([, amount]) => amount === sum)?.[0]

/** Takes so much from a document, from what was entered by hand, and then from any document. */
export function takeBack(books: Books, amount: bigint, number?: number): void {
  const { documents } = books
  let left = amount
  const take = (key: number): void => {
    const has = documents.get(key) ?? 0n
    const taken = least(has, left)
    left -= taken
    if (taken === has) documents.delete(key)
    else documents.set(key, has - taken)
  }
  if (number !== undefined) take(number)
  const ofEntered = least(enteredNow(books), left)
  books.enteredUndone += ofEntered
  left -= ofEntered
  for (const key of [...documents.keys()]) take(key)
}

export const least = (one: bigint, other: bigint): bigint => (one < other ? one : other)

export const enteredNow = ({ entered, enteredUndone }: Books): bigint => entered - enteredUndone

export function sumOfDocuments({
  documents,
}: Readonly<Record<'documents', ReadonlyMap<number, bigint>>>): bigint {
  return [...documents.values()].reduce((sum, amount) => sum + amount, 0n)
}

export function sumInBooks(books: Books): bigint {
  const refunded = [...books.refunded.values()].reduce((sum, amount) => sum + amount, 0n)
  return sumOfDocuments(books) + enteredNow(books) - refunded
}
