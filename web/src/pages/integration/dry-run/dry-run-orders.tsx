import { Link } from '@tanstack/react-router'
import { type Column, DataTable, rowLink } from '../../../components/layout/data-table.js'
import { Findings } from '../../../components/orders/findings.js'
import { Status, type Tone } from '../../../components/status.js'
import { useLanguage, useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import classes from './dry-run.module.css'
import { type DryRunDocument, type DryRunOrder, isMade } from './severity.js'
import { texts } from './texts-dry-run.js'
import { useDryRunSentences } from './use-sentences.js'

/** What 1C would make of each order: document, payment, or the reason why not. */
export function DryRunOrders({ orders }: { orders: DryRunOrder[] }) {
  const t = useTexts(texts)
  const { money } = useFormats()
  const { language } = useLanguage()
  const sentences = useDryRunSentences()
  // The name of a document is 1C's own word; a reason is said in English by the finding that it comes from.
  const made = ({ reason, documentKind }: DryRunDocument) =>
    language === 'ru' ? (reason ?? documentKind) : documentKind
  const columns: Column<DryRunOrder>[] = [
    {
      id: 'order',
      title: t.columns.order,
      onCard: 'title',
      cell: ({ document: { orderId, orderNumber, customer } }) => (
        <>
          {orderId === null ? (
            orderNumber
          ) : (
            <Link
              to="/orders/$orderId"
              params={{ orderId }}
              aria-label={t.order(orderNumber)}
              className={`${rowLink} numbers`}
            >
              {orderNumber}
            </Link>
          )}
          <div className={classes.second}>{customer}</div>
        </>
      ),
    },
    {
      id: 'does',
      title: t.columns.does,
      width: '48%',
      onCard: 'plain',
      cell: ({ document, findings }) => (
        <div className={classes.does}>
          <Status tone={toneOf(document)}>{t.actions[document.action]}</Status>
          <div className={classes.second} lang="ru">
            {made(document)}
          </div>
          {findings.length > 0 && <Findings items={sentences(findings)} />}
        </div>
      ),
    },
    {
      id: 'payment',
      title: t.columns.payment,
      cell: ({ document: { payment, paymentMade } }) => {
        if (payment === null) return '—'
        if (paymentMade) return <span lang="ru">{payment}</span>
        return (
          <Status tone="amber">
            {t.noPayment}
            {language === 'ru' && <div className={classes.second}>{payment}</div>}
          </Status>
        )
      },
    },
    {
      id: 'sum',
      title: t.columns.sum,
      align: 'end',
      cell: ({ document: { sum, currency } }) => (sum === null ? '—' : money(sum, currency ?? undefined)),
    },
  ]
  return (
    <DataTable
      label={t.table}
      columns={columns}
      rows={orders}
      rowKey={({ document: { orderId, orderNumber } }) => orderId ?? orderNumber}
    />
  )
}

function toneOf(document: DryRunDocument): Tone {
  return isMade(document) ? 'green' : 'red'
}
