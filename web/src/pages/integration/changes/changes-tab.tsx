import { VisuallyHidden } from '@mantine/core'
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
import classes from './changes.module.css'
import { settingsChanges } from './settings-changes.js'
import { texts } from './texts-changes.js'
import { useSettingTexts } from './use-setting-texts.js'

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

/** The differences of one change, each with before and after. */
function ChangeFacts({ change: { kind, before, after } }: { change: IntegrationChange }) {
  const t = useTexts(texts)
  const { label, value } = useSettingTexts()
  if (kind === 'password') return <>{t.password}</>
  const created = kind === 'created'
  return (
    <div className={classes.facts}>
      {created && <div>{t.created}</div>}
      {!created && after?.enabled !== undefined && <div>{after.enabled ? t.resumed : t.paused}</div>}
      {after?.name !== undefined && (
        <Fact label={t.name} removed={before?.name === undefined ? [] : [before.name]} added={[after.name]} />
      )}
      {after?.recognizedClient != null && (
        <Fact
          label={t.recognized}
          removed={before?.recognizedClient ? [value('client', before.recognizedClient)] : []}
          added={[value('client', after.recognizedClient)]}
        />
      )}
      {settingsChanges(before?.settings, after?.settings).map(({ key, removed, added }) => (
        <Fact
          key={key}
          label={label(key)}
          removed={removed.map(one => value(key, one))}
          added={added.map(one => value(key, one))}
        />
      ))}
    </div>
  )
}

function Fact({ label, removed, added }: { label: string; removed: string[]; added: string[] }) {
  const t = useTexts(texts)
  return (
    <div>
      <div className={classes.label}>{label}</div>
      <ul className={classes.values}>
        {removed.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change never changes
          <li key={index}>
            <VisuallyHidden>{t.was} </VisuallyHidden>
            <del>{value}</del>
          </li>
        ))}
        {added.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={index}>
            <VisuallyHidden>{t.became} </VisuallyHidden>
            <ins>{value}</ins>
          </li>
        ))}
      </ul>
    </div>
  )
}
