import type { DocumentIn1c, ReconciliationItem } from '@obmen/contract/rest'
import { type Column, DataTable, TwoLines } from '../../../components/layout/data-table.js'
import { OrderNumber } from '../../../components/orders/order-number.js'
import { useStatusLabel } from '../../../components/orders/use-status-label.js'
import { texts as sharedTexts } from '../../../components/reconciliation/texts.js'
import { STATE_TONES } from '../../../components/reconciliation/tones.js'
import { ShortTime } from '../../../components/relative-time.js'
import { Status } from '../../../components/status.js'
import { hasText } from '../../../texts/catalogue.js'
import { useFormats, useLanguage, useTexts } from '../../../texts/language.js'
import { texts as documentTexts } from '../../../texts/texts-documents.js'
import { englishMessage } from './english.js'
import classes from './reconciliation.module.css'
import { texts } from './texts-reconciliation.js'

interface Props {
  items: ReconciliationItem[]
  stale: boolean
}

/** Each order beside what 1C has for it, and what to do about it. */
export function ReconciliationTable({ items, stale }: Props) {
  const t = useTexts(texts)
  const statusLabel = useStatusLabel()
  const among = items.map(({ orderId }) => orderId)
  const columns: Column<ReconciliationItem, typeof t.columns>[] = [
    {
      id: 'order',
      onCard: 'title',
      width: '140px',
      cell: ({ orderId, number, numberIn1c }) => (
        <>
          <OrderNumber id={orderId} number={number ?? numberIn1c} among={among} />
          {number !== orderId && <span className={`${classes.note} mono`}>{orderId}</span>}
        </>
      ),
    },
    {
      id: 'customer',
      cell: ({ customerName, status }) => (
        <>
          <TwoLines>{customerName}</TwoLines>
          <span className={classes.note}>{statusLabel(status)}</span>
        </>
      ),
    },
    {
      id: 'total',
      align: 'end',
      cell: ({ total, paid, currency }) => <Sums total={total} paid={paid} currency={currency} />,
    },
    {
      id: 'in1c',
      width: '230px',
      cell: ({ documents, currency }) =>
        documents.length === 0
          ? t.noDocument
          : documents.map((document, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two documents may look alike
              <Document key={index} document={document} currency={currency} />
            )),
    },
    { id: 'state', width: '30%', cell: item => <State item={item} /> },
    { id: 'since', cell: ({ since }) => <ShortTime at={since} /> },
  ]
  return (
    <DataTable
      titles={t.columns}
      label={t.table}
      columns={columns}
      rows={items}
      rowKey={({ orderId }) => orderId}
      stale={stale}
      wide
    />
  )
}

function Sums({ total, paid, currency }: { total: string | null; paid: string | null; currency: string }) {
  const t = useTexts(sharedTexts)
  const { money } = useFormats()
  return (
    <>
      {total !== null && <span className={classes.line}>{money(total, currency)}</span>}
      {paid !== null && <span className={classes.note}>{t.paid(money(paid, currency))}</span>}
    </>
  )
}

/** «№ 0000-000017 от 17.11.2026», its sums, the status that people see in 1C and what makes it void. */
function Document({ document, currency }: { document: DocumentIn1c; currency: string }) {
  const t = useTexts(texts)
  const { statuses } = useTexts(documentTexts)
  const { day } = useFormats()
  const { number, date, total, paid, status, posted, deleted } = document
  const notes = [
    hasText(status, statuses) ? statuses[status] : status,
    deleted ? t.deleted : !posted && t.unposted,
  ].filter(Boolean)
  return (
    <div className={classes.document}>
      <span className={`${classes.line} numbers`}>
        <span className={classes.whole}>{number === null ? t.noNumber : t.document(number)}</span>
        {date !== null && t.of(day(date.slice(0, 10)))}
      </span>
      <Sums total={total} paid={paid} currency={currency} />
      {notes.length > 0 && <span className={classes.note}>{notes.join(', ')}</span>}
    </div>
  )
}

function State({ item }: { item: ReconciliationItem }) {
  const t = useTexts(texts)
  const { states, differences } = useTexts(sharedTexts)
  const formats = useFormats()
  const { language } = useLanguage()
  const what = item.differences.map(({ what }) => differences[what]).join(', ')
  return (
    <>
      <Status tone={STATE_TONES[item.state]}>
        {states[item.state]}
        {what !== '' && `: ${what}`}
      </Status>
      {item.state !== 'agrees' && (
        <span className={classes.message}>
          {language === 'ru' ? item.message : englishMessage(item, formats)}
        </span>
      )}
      {item.seenAt !== null && <span className={classes.note}>{t.seen(formats.shortTime(item.seenAt))}</span>}
    </>
  )
}
