import { Button, Group } from '@mantine/core'
import type { OrderLine } from '@obmen/contract'
import type { StoredOrder } from '@obmen/contract/rest'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { SearchField } from '../../../components/filters/search-field.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { useLineTexts } from '../timeline/use-line-texts.js'
import classes from './content.module.css'
import lineClasses from './lines.module.css'
import { orderTotals } from './order-totals.js'
import { texts } from './texts-content.js'

/** Lines shown at a time: an order of thousands opens as quickly as one of ten. */
const PAGE = 50

export function OrderLines({ order }: { order: StoredOrder }) {
  const t = useTexts(texts).lines
  const { number } = useFormats()
  const [typed, setTyped] = useState<string>()
  const [page, setPage] = useState(0)
  const lines = useMemo(
    () => order.lines.map((line, index) => ({ ...line, place: index + 1 })),
    [order.lines],
  )
  const needle = (typed ?? '').toLocaleLowerCase()
  const found = useMemo(
    () =>
      needle === ''
        ? lines
        : lines.filter(({ name, id, article = '' }) =>
            `${name} ${id} ${article}`.toLocaleLowerCase().includes(needle),
          ),
    [lines, needle],
  )
  const first = Math.min(page, Math.max(0, Math.ceil(found.length / PAGE) - 1)) * PAGE
  const shown = found.slice(first, first + PAGE)
  return (
    <>
      {lines.length > PAGE && (
        <div className={classes.search}>
          <SearchField
            label={t.search}
            value={typed}
            onChange={text => {
              setTyped(text)
              setPage(0)
            }}
          />
          <Group gap={6} role="group" aria-label={t.pages}>
            <span className={`${classes.quiet} numbers`} aria-live="polite">
              {found.length === 0
                ? t.nothing
                : t.shown(number(first + 1), number(first + shown.length), number(found.length))}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t.previous}
              disabled={first === 0}
              onClick={() => setPage(first / PAGE - 1)}
            >
              <IconChevronLeft size={15} aria-hidden="true" />
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t.next}
              disabled={first + PAGE >= found.length}
              onClick={() => setPage(first / PAGE + 1)}
            >
              <IconChevronRight size={15} aria-hidden="true" />
            </Button>
          </Group>
        </div>
      )}
      {shown.length > 0 && <LinesTable lines={shown} currency={order.currency} />}
      <OrderSums order={order} />
    </>
  )
}

function OrderSums({ order }: { order: StoredOrder }) {
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

export type Numbered = OrderLine & { place: number }

/** Lines of an order inside a section: without a frame, stacked on a narrow screen. */
function LinesTable({ lines, currency }: { lines: Numbered[]; currency: string }) {
  const t = useTexts(texts).lines
  const { money } = useFormats()
  const words = useLineTexts()
  const discounted = lines.some(({ discount }) => !isZero(discount))
  const titles = [t.name, t.quantity, t.price, ...(discounted ? [t.discount] : []), t.amount]
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: display: grid takes the implicit roles away
    <div className={lineClasses.measure}>
      <table className={lineClasses.table} role="table" aria-label={t.title}>
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
          {lines.map(({ place, name, article, kind, vat, quantity, unit, price, discount, amount }) => (
            <tr key={place} role="row">
              <td role="cell">
                <div className={lineClasses.what}>
                  <span className={`${lineClasses.place} numbers`}>{place}</span>
                  <span>
                    {name}
                    <span className={lineClasses.second}>
                      {[t.kinds[kind], words.vat(vat), article].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                </div>
              </td>
              <td role="cell">{words.quantity(quantity, unit)}</td>
              <td role="cell">
                <span className={lineClasses.times} aria-hidden="true">
                  ×{' '}
                </span>
                {money(price, currency)}
              </td>
              {discounted && <td role="cell">{isZero(discount) ? '' : money(`-${discount}`, currency)}</td>}
              <td role="cell" className={lineClasses.amount}>
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
