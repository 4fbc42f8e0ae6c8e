import type { DryRun } from '@obmen/contract/rest'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { Findings } from '../../../components/orders/findings.js'
import { noteInvoiceSeen } from '../../../components/orders/seen-invoice.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import classes from './dry-run.module.css'
import { DryRunOrders } from './dry-run-orders.js'
import { groupFindings, isMade } from './severity.js'
import { texts } from './texts-dry-run.js'
import { useDryRunSentences } from './use-sentences.js'

interface Props {
  dryRun: DryRun
  owed: number
  again: ReactNode
}

const ICONS = { good: IconCircleCheck, doubt: IconAlertTriangle, bad: IconCircleX }

/** The outcome in a sentence, findings about the whole package, then order by order. */
export function DryRunResult({ dryRun, owed, again }: Props) {
  const t = useTexts(texts)
  const { number } = useFormats()
  const sentences = useDryRunSentences()
  const { client, outcomeCode, confirmed, documents, findings } = dryRun
  const { orders, common } = groupFindings(dryRun)
  const made = documents.filter(isMade).length
  useEffect(() => {
    if (made > 0) noteInvoiceSeen()
  }, [made])
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
            {documents.length < owed && t.first(number(documents.length), number(owed))}
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
