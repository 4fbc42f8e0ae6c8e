import type { OrderLine } from '@obmen/contract'
import { useFormats, useTexts } from '../../../texts/language.js'
import { useLineTexts } from '../timeline/use-line-texts.js'
import classes from './lines.module.css'
import { texts } from './texts-content.js'

/** A line with its position in the order, from 1. */
export type Numbered = OrderLine & { place: number }

/** Lines of an order inside a section: without a frame, stacked on a narrow screen. */
export function LinesTable({ lines, currency }: { lines: Numbered[]; currency: string }) {
  const t = useTexts(texts).lines
  const { money } = useFormats()
  const words = useLineTexts()
  const discounted = lines.some(({ discount }) => !isZero(discount))
  const titles = [t.name, t.quantity, t.price, ...(discounted ? [t.discount] : []), t.amount]
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: display: grid takes the implicit roles away
    <div className={classes.measure}>
      <table className={classes.table} role="table" aria-label={t.title}>
        <thead role="rowgroup">
          <tr role="row">
            {titles.map(title => (
              <th key={title} role="columnheader" scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map(({ place, name, kind, vat, quantity, unit, price, discount, amount }) => (
            <tr key={place} role="row">
              <td role="cell">
                <div className={classes.what}>
                  <span className={`${classes.place} numbers`}>{place}</span>
                  <span>
                    {name}
                    <span className={classes.second}>
                      {t.kinds[kind]} · {words.vat(vat)}
                    </span>
                  </span>
                </div>
              </td>
              <td role="cell">{words.quantity(quantity, unit)}</td>
              <td role="cell">
                <span className={classes.times} aria-hidden="true">
                  ×{' '}
                </span>
                {money(price, currency)}
              </td>
              {discounted && <td role="cell">{isZero(discount) ? '' : money(`-${discount}`, currency)}</td>}
              <td role="cell" className={classes.amount}>
                {money(amount, currency)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    // biome-ignore-end lint/a11y/noRedundantRoles: as above
  )
}

function isZero(amount: string): boolean {
  return /^[0.]+$/.test(amount)
}
