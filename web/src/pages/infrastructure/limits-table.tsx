import type { System } from '@obmen/contract/rest'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { useLanguage, useTexts } from '../../texts/language.js'
import { loadTexts } from '../../texts/load-texts.js'
import { texts } from './texts.js'

type Limit = System['limits'][number]

const useEnglish = loadTexts(() => import('./english.js'))

export function LimitsTable({ limits }: { limits: Limit[] }) {
  const t = useTexts(texts).limits
  const { language } = useLanguage()
  const english = useEnglish(language === 'en')
  // Empty while the English meanings load.
  const meaningOf = (name: string, meaning: string): string =>
    language === 'ru' ? meaning : english === undefined ? '' : (english.LIMIT_MEANINGS[name] ?? meaning)
  const columns: Column<Limit>[] = [
    {
      id: 'name',
      title: t.name,
      width: '36%',
      onCard: 'title',
      cell: ({ name }) => <span className="mono">{name}</span>,
    },
    { id: 'value', title: t.value, align: 'end', cell: ({ value }) => value },
    {
      id: 'meaning',
      title: t.meaning,
      cell: ({ name, meaning }) => <Meaning text={meaningOf(name, meaning)} />,
    },
  ]
  return <DataTable label={t.title} columns={columns} rows={limits} rowKey={({ name }) => name} />
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
