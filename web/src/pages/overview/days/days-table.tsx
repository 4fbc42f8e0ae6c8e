import type { Day } from '../../../api/overview.js'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import { texts } from '../texts.js'

const COLUMNS = ['ordersReceived', 'ordersConfirmed', 'exchanges', 'failures'] as const

/** Newest day first. */
export function DaysTable({ days }: { days: Day[] }) {
  const t = useTexts(texts).days
  const { number, day } = useFormats()
  const columns: Column<Day>[] = [
    { id: 'day', title: t.day, onCard: 'title', cell: ({ date }) => day(date) },
    ...COLUMNS.map(
      (id): Column<Day> => ({ id, title: t.series[id], align: 'end', cell: row => number(row[id]) }),
    ),
  ]
  return <DataTable label={t.table} columns={columns} rows={days.toReversed()} rowKey={({ date }) => date} />
}
