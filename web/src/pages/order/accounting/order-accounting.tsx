import type { AccountingItem, LineChange } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { accountingQuery } from '../../../api/orders.js'
import { Loaded } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { RelativeTime, ShortTime } from '../../../components/relative-time.js'
import { hasText } from '../../../texts/catalogue.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { texts as documentTexts } from '../../../texts/texts-documents.js'
import classes from './accounting.module.css'
import { texts } from './texts-accounting.js'

interface Props {
  id: string
  currency: string
}

/** What each 1C says of the order; hidden while none says anything. */
export function OrderAccounting({ id, currency }: Props) {
  const t = useTexts(texts)
  const query = useQuery(accountingQuery(id))
  if (query.isPending || query.data?.items.length === 0) return null
  return (
    <Section title={t.title}>
      <Loaded query={query}>
        {({ items }) => (
          <ul className={classes.list}>
            {items.map(item => (
              <li key={item.integrationId}>
                <One item={item} currency={currency} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}

function One({ item, currency }: { item: AccountingItem; currency: string }) {
  const t = useTexts(texts)
  const { money } = useFormats()
  const { statuses } = useTexts(documentTexts)
  const { documentNumber, documentDate, total, documents, withdrawn, lineChanges, status } = item
  return (
    <div className={classes.item}>
      <h3 className={classes.name}>{item.integrationName}</h3>
      <p className={classes.document}>
        {t.document(documentNumber, documentDate)}
        {total !== null && ` · ${money(total, currency)}`}
        {item.state === 'former' && ` · ${t.former}`}
      </p>
      {item.state === 'conflict' && (
        <p className={classes.conflict} role="note">
          {t.conflict(item.owedRevision ?? 0)}
        </p>
      )}
      <ul className={classes.facts}>
        <li data-yes={item.posted || undefined}>{item.posted ? t.posted : t.notPosted}</li>
        {item.paid && <li data-yes>{t.paid(item.paid.number, item.paid.date)}</li>}
        {item.shipped && <li data-yes>{t.shipped(item.shipped.number, item.shipped.date)}</li>}
        {item.money && (
          <li data-yes={Number(item.money.paid) > 0 || undefined}>
            {t.money(money(item.money.paid, currency))}
          </li>
        )}
        {status !== null && <li>{t.status(hasText(status, statuses) ? statuses[status] : status)}</li>}
        {item.canceled && <li data-no>{t.canceled}</li>}
        {item.deleted && <li data-no>{t.deleted}</li>}
      </ul>
      {documents.length > 0 ? (
        <Documents documents={documents} currency={currency} />
      ) : (
        <Told item={item} currency={currency} />
      )}
      {withdrawn.map(({ what, withdrawnAt }) => (
        <p key={what} className={classes.row}>
          {t.withdrawn[what]}: <ShortTime at={withdrawnAt} />
        </p>
      ))}
      {lineChanges.length > 0 && <LineChanges changes={lineChanges} currency={currency} />}
      <p className={classes.received}>
        {item.source === 'reading' ? t.read : t.received}: <RelativeTime at={item.seenAt} />
        {Object.keys(item.sources).length > 0 &&
          ` · ${item.source === 'reading' ? t.partOfFile : t.partRead}`}
      </p>
    </div>
  )
}

/** Payments and shipments as a file of 1C told them. */
function Told({ item: { payments, shipments }, currency }: { item: AccountingItem; currency: string }) {
  const t = useTexts(texts)
  const { money } = useFormats()
  return (
    <>
      {payments.map(({ number, date, amount }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: 1C may tell two payments that look alike
        <p key={index} className={classes.row}>
          {t.payment(number, date)}
          {amount !== null && ` · ${money(amount, currency)}`}
        </p>
      ))}
      {shipments.map(({ number, date }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <p key={index} className={classes.row}>
          {t.shipment(number, date)}
        </p>
      ))}
    </>
  )
}

interface DocumentsProps {
  documents: AccountingItem['documents']
  currency: string
}

/** Payments, refunds and shipments that were read in 1C. */
function Documents({ documents, currency }: DocumentsProps) {
  const t = useTexts(texts)
  const { kinds } = useTexts(documentTexts)
  const { money } = useFormats()
  return documents.map(({ type, kind, number, date, total, posted }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: 1C may have two documents that look alike
    <p key={index} className={classes.row}>
      {t.related[type](hasText(kind, kinds) ? kinds[kind] : kind, number, date)}
      {total !== null && ` · ${money(total, currency)}`}
      {!posted && ` · ${t.notPosted.toLowerCase()}`}
    </p>
  ))
}

interface LinesProps {
  changes: LineChange[]
  currency: string
}

/** Lines that differ in 1C, both sides beside each other. */
export function LineChanges({ changes, currency }: LinesProps) {
  const t = useTexts(texts)
  const { money } = useFormats()
  const side = (line: LineChange['before']): string =>
    line === null
      ? '—'
      : `${line.quantity ?? '?'} × ${line.price === null ? '?' : money(line.price, currency)} = ` +
        `${line.amount === null ? '?' : money(line.amount, currency)}`
  return (
    // biome-ignore-start lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={t.lines}>
      <table className={classes.table}>
        <caption>{t.lines}</caption>
        <thead>
          <tr>
            <th scope="col">{t.line}</th>
            <th scope="col">{t.ours}</th>
            <th scope="col">{t.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ kind, lineId, name, before, after }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines that 1C added have no id
            <tr key={index} data-kind={kind} title={lineId ?? undefined}>
              <th scope="row">{name}</th>
              <td>{side(before)}</td>
              <td>{kind === 'removed' ? t.removed : side(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    // biome-ignore-end lint/a11y/noNoninteractiveTabindex: as above
  )
}
