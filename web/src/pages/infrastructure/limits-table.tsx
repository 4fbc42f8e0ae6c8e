import type { System } from '@obmen/contract/rest'
import { meaningOfVariable } from '@obmen/contract/variables'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { useLanguage, useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { texts } from './texts.js'

type Variable = System['limits'][number]

/** The variables of the server's environment, changed ones first. */
export function LimitsTable({ limits }: { limits: Variable[] }) {
  const t = useTexts(texts).limits
  const { language } = useLanguage()
  const { bytes } = useFormats()
  const inUnits = ({ value, unit }: Variable): string => {
    if (value === '') return t.unset
    if (unit === 'bytes') return bytes(Number(value))
    return unit === 'none' ? value : t.units[unit](Number(value))
  }
  const columns: Column<Variable>[] = [
    {
      id: 'name',
      title: t.name,
      width: '36%',
      onCard: 'title',
      cell: ({ name }) => <span className="mono">{name}</span>,
    },
    {
      id: 'value',
      title: t.value,
      align: 'end',
      cell: variable => (variable.changed ? <strong>{inUnits(variable)}</strong> : inUnits(variable)),
    },
    {
      id: 'meaning',
      title: t.meaning,
      cell: ({ name, meaning }) => <Meaning text={meaningOfVariable(name)?.[language] ?? meaning} />,
    },
  ]
  const rows = [...limits].sort((one, other) => Number(other.changed) - Number(one.changed))
  return <DataTable label={t.title} columns={columns} rows={rows} rowKey={({ name }) => name} />
}

/** Identifiers are between backticks. */
function Meaning({ text }: { text: string }) {
  return (
    <span>
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
