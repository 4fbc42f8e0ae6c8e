import type { ReconciliationDifference } from '@obmen/contract'
import type { ReconciliationItem } from '@obmen/contract/rest'
import type { Formats } from '../../../texts/format.js'

type Difference = ReconciliationItem['differences'][number]

const sum = (amount: string | null, currency: string, { money }: Formats): string =>
  amount === null ? 'unknown' : money(amount, currency)

const DIFFERENCES: Readonly<
  Record<ReconciliationDifference, (found: Difference, currency: string, formats: Formats) => string>
> = {
  total: (d, currency, f) =>
    `The total is ${sum(d.platform, currency, f)} on the platform and ${sum(d.in1c, currency, f)} in 1C: mend ` +
    'whichever is wrong.',
  payments: (d, currency, f) =>
    `Paid: ${sum(d.platform, currency, f)} on the platform, ${sum(d.in1c, currency, f)} in 1C. Enter or post in 1C ` +
    'what it lacks.',
  customer: () => 'The customer in 1C is another one. Choose the right one in the document.',
  deleted: () => 'The document is marked for deletion. Take the mark off and post it, or cancel the order.',
  canceled: () => 'It is canceled on one side only. Cancel it on the other, too, or take that back.',
  unposted: () => 'The document is not posted. Post it in 1C.',
  organization: () => 'The document is of another organization. Move it to the right one in 1C.',
}

/** What the state of an order means and what to do: the server says it in Russian only. */
export function englishMessage(item: ReconciliationItem, formats: Formats): string {
  const { state, differences, documents, currency } = item
  const named = documents
    .map(({ number, date }) =>
      [number && `No. ${number}`, date && `of ${formats.day(date.slice(0, 10))}`].filter(Boolean).join(' '),
    )
    .join(' and ')
  switch (state) {
    case 'agrees':
      return '1C has it as it is here. Nothing to do.'
    case 'missing':
      return (
        'Two complete readings in turn did not find its document. Look for it in 1C by number and customer; if it is ' +
        'not there, send the order again.'
      )
    case 'doubled':
      return `1C has it more than once: ${named}. Keep one, with the payment, and delete the other.`
    case 'differs':
      return differences.map(found => DIFFERENCES[found.what](found, currency, formats)).join(' ')
    case 'not-loaded':
      return '1C leaves it out by its own settings, such as the start date of the exchange. Enter it by hand if it is needed.'
    case 'unknown':
      return 'It is too early to tell. Wait for the next reading.'
  }
}
