import { Button, Checkbox, Group, Text } from '@mantine/core'
import type { CatalogueLink } from '@obmen/contract/rest'
import { IconCircleCheck, IconLink, IconSearchOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { linksQuery, type Suggestion, suggestionsQuery } from '../../api/catalogue.js'
import { SearchBar, SearchField } from '../../components/filters/search-field.js'
import { type Column, DataTable } from '../../components/layout/data-table.js'
import { Listed } from '../../components/layout/listed.js'
import { Empty, FailureLine } from '../../components/layout/loaded.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { ChooseItem } from './choose-item.js'
import { ItemName, LineName } from './item-name.js'
import { texts } from './texts.js'
import { useLinking } from './use-linking.js'

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
          placeholder={t.search.lines}
          value={q ?? ''}
          onChange={text =>
            void navigate({ search: { tab: 'unlinked', q: text === '' ? undefined : text }, replace: true })
          }
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

interface LinesProps {
  integrationId: string
  lines: readonly CatalogueLink[]
  mayLink: boolean
  stale: boolean
}

function Lines({ integrationId, lines, mayLink, stale }: LinesProps) {
  const t = useTexts(texts).unlinked
  const { columns: titles } = useTexts(texts)
  const { number } = useFormats()
  const suggestions = useQuery(suggestionsQuery(integrationId, lines))
  const { change, busy } = useLinking(integrationId)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [choosing, setChoosing] = useState<CatalogueLink>()
  const bestOf = ({ lineId }: CatalogueLink): Suggestion | undefined => suggestions.data?.get(lineId)?.[0]
  const suggested = lines.filter(line => bestOf(line) !== undefined)
  const marked = suggested.filter(({ lineId }) => selected.has(lineId))
  const mark = (line: CatalogueLink, on: boolean): void => {
    const now = new Set(selected)
    if (on) now.add(line.lineId)
    else now.delete(line.lineId)
    setSelected(now)
  }
  const linkAll = async (chosen: readonly CatalogueLink[]): Promise<void> => {
    await change(
      chosen.map(line => ({ lineId: line.lineId, itemId: bestOf(line)!.item.itemId })),
      chosen,
    )
    setSelected(new Set())
  }

  function suggestionOf(line: CatalogueLink): ReactNode {
    const best = bestOf(line)
    if (best !== undefined) return <Best suggestion={best} />
    if (suggestions.data?.has(line.lineId)) return t.noSuggestion
    return suggestions.isError ? '—' : <Text c="dimmed">{t.suggesting}</Text>
  }

  const choice: Column<CatalogueLink, typeof titles> = {
    id: 'choose',
    onCard: 'corner',
    width: '64px',
    cell: line => (
      <Checkbox
        aria-label={t.select(line.name ?? line.lineId)}
        checked={selected.has(line.lineId) && bestOf(line) !== undefined}
        disabled={bestOf(line) === undefined}
        onChange={event => mark(line, event.currentTarget.checked)}
      />
    ),
  }
  const action: Column<CatalogueLink, typeof titles> = {
    id: 'action',
    onCard: 'plain',
    cell: line => (
      <Actions
        line={line}
        best={bestOf(line)}
        busy={busy}
        onLink={() => void linkAll([line])}
        onChoose={() => setChoosing(line)}
      />
    ),
  }
  const columns: Column<CatalogueLink, typeof titles>[] = [
    ...(mayLink ? [choice] : []),
    { id: 'line', onCard: 'title', cell: link => <LineName link={link} /> },
    { id: 'uses', align: 'end', width: '100px', cell: ({ uses }) => number(uses) },
    { id: 'suggestion', cell: suggestionOf },
    ...(mayLink ? [action] : []),
  ]
  return (
    <>
      {suggestions.isError && (
        <FailureLine
          title={t.suggestionsFailed}
          error={suggestions.error}
          retry={() => void suggestions.refetch()}
        />
      )}
      {mayLink && suggested.length > 1 && (
        <Group gap="md" mb="sm">
          <Checkbox
            label={t.selectAll}
            checked={marked.length === suggested.length}
            indeterminate={marked.length > 0 && marked.length < suggested.length}
            onChange={event =>
              setSelected(new Set(event.currentTarget.checked ? suggested.map(({ lineId }) => lineId) : []))
            }
          />
          {marked.length > 0 && (
            <Button size="xs" loading={busy} onClick={() => void linkAll(marked)}>
              {t.linkSelected(marked.length)}
            </Button>
          )}
        </Group>
      )}
      <DataTable
        titles={titles}
        label={t.table}
        columns={columns}
        rows={lines}
        rowKey={({ lineId }) => lineId}
        stale={stale}
        wide
      />
      <ChooseItem
        integrationId={integrationId}
        line={choosing}
        onClose={() => setChoosing(undefined)}
        onPick={itemId => {
          const line = choosing!
          setChoosing(undefined)
          void change([{ lineId: line.lineId, itemId }], [line])
        }}
      />
    </>
  )
}

function Best({ suggestion: { item, by, score } }: { suggestion: Suggestion }) {
  const t = useTexts(texts).unlinked
  return <ItemName item={item} more={by === 'article' ? t.sameArticle : t.score(Math.round(score * 100))} />
}

interface ActionsProps {
  line: CatalogueLink
  best: Suggestion | undefined
  busy: boolean
  onLink: () => void
  onChoose: () => void
}

function Actions({ line, best, busy, onLink, onChoose }: ActionsProps) {
  const t = useTexts(texts).unlinked
  const name = line.name ?? line.lineId
  return (
    <Group gap="xs">
      {best && (
        <Button
          size="xs"
          disabled={busy}
          leftSection={<IconLink size={15} />}
          aria-label={t.linkWith(name, best.item.name)}
          onClick={onLink}
        >
          {t.link}
        </Button>
      )}
      <Button size="xs" variant="default" disabled={busy} aria-label={t.chooseFor(name)} onClick={onChoose}>
        {best ? t.other : t.choose}
      </Button>
    </Group>
  )
}
