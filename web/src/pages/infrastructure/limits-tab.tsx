import type { System } from '@obmen/contract/rest'
import { meaningOfVariable } from '@obmen/contract/variables'
import { IconSearch } from '@tabler/icons-react'
import { SearchField } from '../../components/filters/search-field.js'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { Empty } from '../../components/layout/loaded.js'
import { useFormats, useLanguage, useTexts } from '../../texts/language.js'
import classes from './infrastructure.module.css'
import { texts } from './texts.js'

type Variable = System['limits'][number]

interface Props {
  limits: Variable[]
  q: string | undefined
  onSearch: (text: string | undefined) => void
}

/** The server's settings, changed ones first, searched by name and meaning. */
export default function LimitsTab({ limits, q, onSearch }: Props) {
  const t = useTexts(texts).limits
  const { language } = useLanguage()
  const { bytes } = useFormats()
  const meaning = ({ name, meaning }: Variable) => meaningOfVariable(name)?.[language] ?? meaning
  const inUnits = ({ value, unit }: Variable): string => {
    if (value === '') return t.unset
    if (unit === 'bytes') return bytes(Number(value))
    return unit === 'none' ? value : t.units[unit](Number(value))
  }
  const titles = { name: t.name, value: t.value, meaning: t.meaning }
  const columns: Column<Variable, typeof titles>[] = [
    { id: 'name', width: '36%', onCard: 'title', cell: ({ name }) => <span className="mono">{name}</span> },
    {
      id: 'value',
      align: 'end',
      cell: variable => (variable.changed ? <strong>{inUnits(variable)}</strong> : inUnits(variable)),
    },
    {
      id: 'meaning',
      cell: variable => <Meaning text={meaning(variable)} />,
    },
  ]
  const sought = q?.toLowerCase() ?? ''
  const rows = limits
    .filter(variable => `${variable.name} ${meaning(variable)}`.toLowerCase().includes(sought))
    .sort((one, other) => Number(other.changed) - Number(one.changed))
  return (
    <>
      <p className={classes.about}>{t.text}</p>
      <div className={classes.search}>
        <SearchField label={t.search} value={q} onChange={onSearch} />
      </div>
      {rows.length === 0 ? (
        <Empty
          icon={IconSearch}
          title={t.nothing}
          text={t.nothingText}
          reset={{ text: t.all, onClick: () => onSearch(undefined) }}
        />
      ) : (
        <DataTable
          titles={titles}
          label={t.title}
          columns={columns}
          rows={rows}
          rowKey={({ name }) => name}
          wide
        />
      )}
    </>
  )
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
