import type { ReconciliationPage } from '@obmen/contract/rest'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './reconciliation.module.css'
import { texts } from './texts.js'

/** Sums of the platform and of 1C beside each other; the orders of a period, whatever their state. */
export function BothSides({ totals }: { totals: ReconciliationPage['totals'] }) {
  const t = useTexts(texts)
  const { money, number } = useFormats()
  const { orders, currency, exact } = totals
  return (
    <dl className={classes.sides} aria-label={t.totals}>
      {(['platform', 'in1c'] as const).map(side => (
        <div key={side}>
          <dt>{t.sides[side]}</dt>
          <dd className="numbers">
            {side === 'platform' && `${t.orders(orders, number(orders))} `}
            {currency === null ? (
              <span className={classes.paid}>{t.mixed}</span>
            ) : (
              <>
                {t.sum(money(totals[side].total, currency))}
                <span className={classes.paid}>
                  {t.paid(money(totals[side].paid, currency))}
                  {!exact && `, ${t.newest}`}
                </span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
