import type { StoredOrder } from '@obmen/contract/rest'
import { useMemo } from 'react'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import { useLineTexts } from '../timeline/use-line-texts.js'
import classes from './content.module.css'
import { orderTotals } from './order-totals.js'
import { texts } from './texts-content.js'

/** Delivery, discounts, VAT by rate, total. */
export function OrderSums({ order }: { order: StoredOrder }) {
  const t = useTexts(texts).sums
  const { money } = useFormats()
  const words = useLineTexts()
  const { discounts, vat } = useMemo(() => orderTotals(order), [order])
  const { delivery, currency, total, vatIncluded } = order
  return (
    <dl className={`${classes.sums} numbers`}>
      {delivery && (
        <div>
          <dt>
            {t.delivery(delivery.name)}
            <span className={classes.second}>{words.vat(delivery.vat)}</span>
          </dt>
          <dd>{money(delivery.amount, currency)}</dd>
        </div>
      )}
      {!/^[0.]+$/.test(discounts) && (
        <div className={classes.minor}>
          <dt>{t.discounts}</dt>
          <dd>{money(discounts, currency)}</dd>
        </div>
      )}
      {vat.length === 0 && (
        <div className={classes.minor}>
          <dt>{t.noVat}</dt>
          <dd />
        </div>
      )}
      {vat.map(({ rate, amount }) => (
        <div key={rate} className={classes.minor}>
          <dt>{vatIncluded ? t.including(words.vat(rate)) : t.onTop(words.vat(rate))}</dt>
          <dd>{money(amount, currency)}</dd>
        </div>
      ))}
      <div className={classes.total}>
        <dt>{t.total}</dt>
        <dd>{money(total, currency)}</dd>
      </div>
    </dl>
  )
}
