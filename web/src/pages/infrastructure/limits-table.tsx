import type { System } from '@obmen/service/api-contract'
import { type Column, DataTable } from '../../components/data-table.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

type Limit = System['limits'][number]

export function LimitsTable({ limits }: { limits: Limit[] }) {
  const t = useTexts(texts).limits
  const columns: Column<Limit>[] = [
    {
      id: 'name',
      title: t.name,
      onCard: 'title',
      cell: ({ name }) => <span className="mono">{name}</span>,
    },
    { id: 'value', title: t.value, align: 'end', cell: ({ value }) => value },
    { id: 'meaning', title: t.meaning, cell: ({ meaning }) => <span lang="ru">{meaning}</span> },
  ]
  return <DataTable label={t.title} columns={columns} rows={limits} rowKey={({ name }) => name} />
}
