import type { System } from '@obmen/contract/rest'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

type Limit = System['limits'][number]

export function LimitsTable({ limits }: { limits: Limit[] }) {
  const t = useTexts(texts).limits
  const columns: Column<Limit>[] = [
    {
      id: 'name',
      title: t.name,
      width: '36%',
      onCard: 'title',
      cell: ({ name }) => <span className="mono">{name}</span>,
    },
    { id: 'value', title: t.value, align: 'end', cell: ({ value }) => value },
    { id: 'meaning', title: t.meaning, cell: ({ meaning }) => <Meaning text={meaning} /> },
  ]
  return <DataTable label={t.title} columns={columns} rows={limits} rowKey={({ name }) => name} />
}

/** Identifiers are between backticks. */
function Meaning({ text }: { text: string }) {
  return (
    <span lang="ru">
      {text.split('`').map((piece, place) =>
        place % 2 === 0 ? (
          piece
        ) : (
          <span key={piece} className="mono">
            {piece}
          </span>
        ),
      )}
    </span>
  )
}
