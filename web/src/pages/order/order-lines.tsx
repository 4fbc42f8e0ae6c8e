import { Button, Group } from '@mantine/core'
import type { OrderLine, StoredOrder } from '@obmen/service/api-contract'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { type Column, DataTable } from '../../components/data-table.js'
import { SearchField } from '../../components/filters/search-field.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import classes from './content.module.css'
import { OrderSums } from './order-sums.js'
import { texts } from './texts-content.js'
import { useLineWords } from './use-line-words.js'

/** Lines shown at a time: an order of thousands opens as quickly as one of ten. */
const PAGE = 50

type Numbered = OrderLine & { place: number }

export function OrderLines({ order }: { order: StoredOrder }) {
  const t = useTexts(texts).lines
  const { number } = useFormats()
  const [typed, setTyped] = useState('')
  const [page, setPage] = useState(0)
  const lines = useMemo(
    () => order.lines.map((line, index) => ({ ...line, place: index + 1 })),
    [order.lines],
  )
  const wanted = typed.toLocaleLowerCase()
  const found = useMemo(
    () =>
      wanted === ''
        ? lines
        : lines.filter(({ name, id }) => `${name} ${id}`.toLocaleLowerCase().includes(wanted)),
    [lines, wanted],
  )
  const first = Math.min(page, Math.max(0, Math.ceil(found.length / PAGE) - 1)) * PAGE
  const shown = found.slice(first, first + PAGE)
  return (
    <>
      {lines.length > PAGE && (
        <div className={classes.search}>
          <SearchField
            label={t.search}
            placeholder={t.search}
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
      {shown.length > 0 && <Lines lines={shown} currency={order.currency} />}
      <OrderSums order={order} />
    </>
  )
}

function Lines({ lines, currency }: { lines: Numbered[]; currency: string }) {
  const t = useTexts(texts).lines
  const { money } = useFormats()
  const words = useLineWords()
  const discounted = lines.some(({ discount }) => !isZero(discount))
  const columns: Column<Numbered>[] = [
    {
      id: 'name',
      title: t.name,
      onCard: 'title',
      cell: ({ place, name, kind, vat }) => (
        <div className={classes.line}>
          <span className={`${classes.place} numbers`}>{place}</span>
          <span>
            {name}
            <span className={classes.second}>
              {t.kinds[kind]} · {words.vat(vat)}
            </span>
          </span>
        </div>
      ),
    },
    {
      id: 'quantity',
      title: t.quantity,
      align: 'end',
      cell: ({ quantity, unit }) => words.quantity(quantity, unit),
    },
    { id: 'price', title: t.price, align: 'end', cell: ({ price }) => money(price, currency) },
    ...(discounted
      ? [
          {
            id: 'discount',
            title: t.discount,
            align: 'end' as const,
            cell: ({ discount }: Numbered) => (isZero(discount) ? '' : money(`-${discount}`, currency)),
          },
        ]
      : []),
    { id: 'amount', title: t.amount, align: 'end', cell: ({ amount }) => money(amount, currency) },
  ]
  return (
    <div className={classes.table}>
      <DataTable label={t.title} columns={columns} rows={lines} rowKey={({ place }) => place} />
    </div>
  )
}

function isZero(amount: string): boolean {
  return /^[0.]+$/.test(amount)
}
