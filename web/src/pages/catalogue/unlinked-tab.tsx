import { Button, Checkbox, Group, Text } from '@mantine/core'
import type { CatalogueLink } from '@obmen/contract/rest'
import { IconCircleCheck, IconLink, IconSearchOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { linksQuery, type Suggestion, suggestionsQuery } from '../../api/catalogue.js'
import { SearchBar, SearchField } from '../../components/filters/search-field.js'
import { Listed } from '../../components/layout/listed.js'
import { Empty, FailureLine } from '../../components/layout/loaded.js'
import { useTexts } from '../../texts/language.js'
import { ItemName } from './item-name.js'
import { LinesTable } from './lines-table.js'
import { texts } from './texts.js'
import { type LinesProps, type Linking, useLinking } from './use-linking.js'

const route = getRouteApi('/shell/ecosystem/administration/integrations/$integrationId/catalogue')
const ROWS = 50

/** «Не связаны»: lines of recent orders, the most used first, each with suggested items. */
export function UnlinkedTab({ integrationId, mayLink }: { integrationId: string; mayLink: boolean }) {
  const t = useTexts(texts)
  const { q, cursor } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(linksQuery(integrationId, { state: 'unlinked', q, limit: ROWS, cursor }))
  return (
    <>
      <SearchBar>
        <SearchField
          label={t.search.lines}
          value={q}
          onChange={text => void navigate({ search: { tab: 'unlinked', q: text }, replace: true })}
        />
      </SearchBar>
      <Listed
        query={query}
        empty={
          q === undefined ? (
            <Empty icon={IconCircleCheck} title={t.unlinked.none} text={t.unlinked.noneText} />
          ) : (
            <Empty icon={IconSearchOff} title={t.nothing} text={t.nothingText} />
          )
        }
      >
        {(items, stale) => (
          <Lines integrationId={integrationId} lines={items} mayLink={mayLink} stale={stale} />
        )}
      </Listed>
    </>
  )
}

function Lines({ integrationId, lines, mayLink, stale }: LinesProps) {
  const t = useTexts(texts).unlinked
  const linking = useLinking({ integrationId, lines })
  const suggestions = useQuery(suggestionsQuery(integrationId, linking.rows))
  const [selected, setSelected] = useState<readonly string[]>([])
  const bestOf = ({ lineId }: CatalogueLink): Suggestion | undefined => suggestions.data?.get(lineId)?.[0]
  const suggested = lines.filter(line => bestOf(line) !== undefined)
  const marked = suggested.filter(({ lineId }) => selected.includes(lineId))

  const linkAll = async (chosen: readonly CatalogueLink[]): Promise<void> => {
    await linking.change(chosen.map(link => ({ link, itemId: bestOf(link)!.item.itemId })))
    setSelected([])
  }

  function suggestionOf(line: CatalogueLink): ReactNode {
    const best = bestOf(line)
    if (best !== undefined) return <Best suggestion={best} />
    if (suggestions.data?.has(line.lineId)) return t.noSuggestion
    return suggestions.isError ? '—' : <Text c="dimmed">{t.suggesting}</Text>
  }

  const choice = (line: CatalogueLink) => (
    <Checkbox
      aria-label={t.select(line.name ?? line.lineId)}
      checked={marked.includes(line)}
      disabled={bestOf(line) === undefined || linking.isKept(line)}
      onChange={({ currentTarget: { checked } }) => {
        const others = selected.filter(lineId => lineId !== line.lineId)
        setSelected(checked ? [...others, line.lineId] : others)
      }}
    />
  )
  const actions = (line: CatalogueLink) => (
    <Actions line={line} best={bestOf(line)} linking={linking} onLink={() => void linkAll([line])} />
  )
  return (
    <>
      <FailureLine title={t.suggestionsFailed} query={suggestions} />
      {mayLink && suggested.length > 1 && (
        <Marked
          marked={marked.length}
          of={suggested.length}
          busy={linking.busy}
          onMark={all => setSelected(all ? suggested.map(({ lineId }) => lineId) : [])}
          onLink={() => void linkAll(marked)}
        />
      )}
      <LinesTable
        integrationId={integrationId}
        label={t.table}
        linking={linking}
        item={{ id: 'suggestion', cell: suggestionOf }}
        actions={mayLink ? actions : undefined}
        choice={mayLink ? choice : undefined}
        stale={stale}
      />
    </>
  )
}

interface MarkedProps {
  marked: number
  of: number
  busy: boolean
  onMark: (all: boolean) => void
  onLink: () => void
}

function Marked({ marked, of, busy, onMark, onLink }: MarkedProps) {
  const t = useTexts(texts).unlinked
  return (
    <Group gap="md" mb="sm">
      <Checkbox
        label={t.selectAll}
        checked={marked === of}
        indeterminate={marked > 0 && marked < of}
        onChange={event => onMark(event.currentTarget.checked)}
      />
      {marked > 0 && (
        <Button size="xs" loading={busy} onClick={onLink}>
          {t.linkSelected(marked)}
        </Button>
      )}
    </Group>
  )
}

function Best({ suggestion: { item, by, score } }: { suggestion: Suggestion }) {
  const t = useTexts(texts).unlinked
  return <ItemName item={item} more={by === 'article' ? t.sameArticle : t.score(Math.round(score * 100))} />
}

interface ActionsProps {
  line: CatalogueLink
  best: Suggestion | undefined
  linking: Linking
  onLink: () => void
}

function Actions({ line, best, linking: { busy, choose, isKept }, onLink }: ActionsProps) {
  const t = useTexts(texts).unlinked
  const disabled = busy || isKept(line)
  const name = line.name ?? line.lineId
  return (
    <Group gap="xs">
      {best && (
        <Button
          size="xs"
          disabled={disabled}
          leftSection={<IconLink size={15} />}
          aria-label={t.linkWith(name, best.item.name)}
          onClick={onLink}
        >
          {t.link}
        </Button>
      )}
      <Button
        size="xs"
        variant="default"
        disabled={disabled}
        aria-label={t.chooseFor(name)}
        onClick={() => choose(line)}
      >
        {best ? t.other : t.choose}
      </Button>
    </Group>
  )
}
