import type { Integration, IntegrationChange } from '@obmen/contract/rest'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { changesQuery } from '../../../api/integrations.js'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { Empty } from '../../../components/layout/empty.js'
import { Loaded } from '../../../components/layout/loaded.js'
import { Pager } from '../../../components/layout/pager.js'
import { ShortTime } from '../../../components/relative-time.js'
import { useTexts } from '../../../texts/language.js'
import { ChangeFacts } from './change-facts.js'
import classes from './changes.module.css'
import { texts } from './texts-changes.js'

const route = getRouteApi('/shell/ecosystem/integrations/$integrationId')
const ROWS = 50

/** «Изменения»: who changed the integration, when and what. */
export default function ChangesTab({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const { cursor, before } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(changesQuery(integration.id, { limit: ROWS, cursor }))
  const columns: Column<IntegrationChange>[] = [
    {
      id: 'when',
      title: t.columns.when,
      onCard: 'title',
      cell: ({ at }) => (
        <span className={classes.when}>
          <ShortTime at={at} />
        </span>
      ),
    },
    {
      id: 'who',
      title: t.columns.who,
      cell: ({ by, after }) => {
        if (by === null) return after?.recognizedClient ? t.itself : t.nobody
        return by.kind === 'token' ? t.token(by.name) : by.name
      },
    },
    {
      id: 'what',
      title: t.columns.what,
      width: '60%',
      onCard: 'plain',
      cell: change => <ChangeFacts change={change} />,
    },
  ]
  return (
    <Loaded query={query}>
      {({ items, next }) =>
        items.length === 0 && cursor === undefined ? (
          <Empty icon={IconHistory} title={t.none} text={t.noneText} />
        ) : (
          <>
            <DataTable
              label={t.title}
              columns={columns}
              rows={items}
              rowKey={({ id }) => id}
              stale={query.isPlaceholderData}
            />
            <Pager
              paging={{ cursor, before }}
              next={next}
              onChange={paging => void navigate({ search: now => ({ ...now, ...paging }) })}
            />
          </>
        )
      }
    </Loaded>
  )
}
