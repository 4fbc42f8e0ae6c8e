import { UnstyledButton } from '@mantine/core'
import type { CatalogueLink } from '@obmen/contract/rest'
import { IconSearchOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { itemsQuery, suggestionsQuery } from '../../api/catalogue.js'
import { SearchBar, SearchField } from '../../components/filters/search-field.js'
import { Empty, Loaded } from '../../components/layout/loaded.js'
import { Window } from '../../components/layout/window.js'
import { useTexts } from '../../texts/language.js'
import classes from './catalogue.module.css'
import { ItemName } from './item-name.js'
import { texts } from './texts.js'
import type { Linking } from './use-linking.js'

const ROWS = 20

interface Props {
  integrationId: string
  linking: Linking
}

export function ChooseItem({ integrationId, linking: { line, choose, change } }: Props) {
  const t = useTexts(texts)
  function pick(link: CatalogueLink, itemId: string) {
    choose(undefined)
    void change([{ link, itemId }])
  }
  return (
    <Window
      opened={line !== undefined}
      onClose={() => choose(undefined)}
      size="lg"
      title={t.dialog.title(line?.name ?? line?.lineId ?? '')}
    >
      {line && (
        <Found
          key={line.lineId}
          integrationId={integrationId}
          line={line}
          onPick={itemId => pick(line, itemId)}
        />
      )}
    </Window>
  )
}

interface FoundProps {
  integrationId: string
  line: CatalogueLink
  onPick: (itemId: string) => void
}

/** Begins with the name of the line; if no item has all its words, with those that look like it. */
function Found({ integrationId, line, onPick }: FoundProps) {
  const t = useTexts(texts)
  const name = line.name ?? undefined
  const [q, setQ] = useState(name)
  const query = useQuery(itemsQuery(integrationId, { q, state: 'current', limit: ROWS }))
  const isNone = q === name && query.data?.items.length === 0
  const similar = useQuery({ ...suggestionsQuery(integrationId, [line]), enabled: isNone })
  return (
    <div className={classes.choose}>
      <SearchBar>
        <SearchField label={t.search.items} value={q} onChange={setQ} isFirst />
      </SearchBar>
      <Loaded query={isNone && similar.isLoading ? { ...query, data: undefined } : query}>
        {({ items: found }) => {
          const items = isNone ? (similar.data?.get(line.lineId) ?? []).map(({ item }) => item) : found
          if (items.length === 0)
            return <Empty icon={IconSearchOff} title={t.nothing} text={t.dialog.nothingText} />
          return (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard
            <ul className={classes.results} aria-label={t.dialog.results} tabIndex={0}>
              {items.map(item => (
                <li key={item.itemId}>
                  <UnstyledButton
                    className={classes.result}
                    aria-label={t.dialog.pick(item.name)}
                    onClick={() => onPick(item.itemId)}
                  >
                    <ItemName item={item} />
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          )
        }}
      </Loaded>
    </div>
  )
}
