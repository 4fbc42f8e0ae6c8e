import type { DryRun } from '@obmen/contract/rest'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { Findings } from '../../../components/orders/findings.js'
import { OrderNumber } from '../../../components/orders/order-number.js'
import { Status } from '../../../components/status.js'
import { useFormats, useLanguage, useTexts } from '../../../texts/language.js'
import classes from './dry-run.module.css'
import { englishFinding } from './english.js'
import {
  type DryRunDocument,
  type DryRunFinding,
  type DryRunOrder,
  groupFindings,
  isMade,
} from './severity.js'
import { texts } from './texts-dry-run.js'

interface Props {
  dryRun: DryRun
  owed: number
  again: ReactNode
}

const ICONS = { good: IconCircleCheck, doubt: IconAlertTriangle, bad: IconCircleX }

export function DryRunResult({ dryRun, owed, again }: Props) {
  const t = useTexts(texts)
  const { counted, number } = useFormats()
  const sentences = useDryRunSentences()
  const { client, outcomeCode, confirmed, documents, findings } = dryRun
  const { orders, common } = groupFindings(dryRun)
  const made = documents.filter(isMade).length
  const all = confirmed && made === documents.length
  const lost = findings.some(({ level }) => level === 'dropped' || level === 'warning')
  const tone = !all ? 'bad' : lost ? 'doubt' : 'good'
  const Icon = ICONS[tone]
  return (
    <div className={classes.result}>
      <div className={classes.outcome} data-tone={tone} role="status">
        <Icon size={20} aria-hidden="true" />
        <div>
          <h3 className={classes.heading}>
            {all
              ? t.all(documents.length, number(documents.length))
              : t.some(number(confirmed ? made : 0), documents.length, number(documents.length))}
            {all && lost && `, ${t.butRemarks}`}
          </h3>
          {!confirmed && <div>{t.outcomes[outcomeCode]}</div>}
          <div className={classes.note}>
            {t.as(client)} {t.nothingMarked}{' '}
            {documents.length < owed && t.first(number(documents.length), counted(owed)[1])}
          </div>
        </div>
        {again}
      </div>
      {common.length > 0 && (
        <div>
          <h3 className={classes.heading}>{t.common}</h3>
          <Findings items={sentences(common)} />
        </div>
      )}
      <DryRunOrders orders={orders} />
    </div>
  )
}

/** What 1C would make of each order: document, payment, or the reason why not. */
function DryRunOrders({ orders }: { orders: DryRunOrder[] }) {
  const t = useTexts(texts)
  const { money } = useFormats()
  const { language } = useLanguage()
  const sentences = useDryRunSentences()
  // The name of a document is 1C's own word; a reason is said in English by the finding that it comes from.
  const made = ({ reason, documentKind }: DryRunDocument) =>
    language === 'ru' ? (reason ?? documentKind) : documentKind
  const columns: Column<DryRunOrder, typeof t.columns>[] = [
    {
      id: 'order',
      onCard: 'title',
      cell: ({ document: { orderId, orderNumber, customer } }) => (
        <>
          {orderId === null ? orderNumber : <OrderNumber id={orderId} number={orderNumber} />}
          <div className={classes.second}>{customer}</div>
        </>
      ),
    },
    {
      id: 'does',
      width: '48%',
      onCard: 'plain',
      cell: ({ document, findings }) => (
        <div className={classes.does}>
          <Status tone={isMade(document) ? 'green' : 'red'}>{t.actions[document.action]}</Status>
          <div className={classes.second} lang="ru">
            {made(document)}
          </div>
          {findings.length > 0 && <Findings items={sentences(findings)} />}
        </div>
      ),
    },
    {
      id: 'payment',
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
      align: 'end',
      cell: ({ document: { sum, currency } }) => (sum === null ? '—' : money(sum, currency ?? undefined)),
    },
  ]
  return (
    <DataTable
      titles={t.columns}
      label={t.table}
      columns={columns}
      rows={orders}
      rowKey={({ document: { orderId, orderNumber } }) => orderId ?? orderNumber}
    />
  )
}

function useDryRunSentences(): (
  findings: readonly DryRunFinding[],
) => Pick<DryRunFinding, 'level' | 'message'>[] {
  const { language } = useLanguage()
  return findings =>
    findings.map(({ level, code, params, message }) => ({
      level,
      message: language === 'ru' ? message : (englishFinding(code, params) ?? message),
    }))
}
