import { IconKey } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { tokensQuery } from '../../../api/people/tokens.js'
import { CreatableList } from '../../../components/layout/creatable-list.js'
import { useTexts } from '../../../texts/language.js'
import { NewToken } from './new-token.js'
import { texts } from './texts-tokens.js'
import { TokensTable } from './tokens-table.js'

/** «Токены API»: the programs that may use the REST API, and their rights. */
export default function TokensTab() {
  const t = useTexts(texts)
  const query = useQuery(tokensQuery)
  return (
    <CreatableList
      query={query}
      icon={IconKey}
      texts={{ create: t.create, emptyTitle: t.emptyTitle, empty: t.empty, about: t.about }}
      list={items => <TokensTable tokens={items} />}
      dialog={(opened, onClose) => <NewToken opened={opened} onClose={onClose} />}
    />
  )
}
