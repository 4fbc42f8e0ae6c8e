import { VisuallyHidden } from '@mantine/core'
import type { Integration, IntegrationChange } from '@obmen/contract/rest'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { changesQuery } from '../../../api/integrations.js'
import { texts as settingsTexts } from '../../../components/integration-settings/texts.js'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { Listed } from '../../../components/layout/listed.js'
import { Empty } from '../../../components/layout/loaded.js'
import { ShortTime } from '../../../components/relative-time.js'
import { hasText } from '../../../texts/catalogue.js'
import { useTexts } from '../../../texts/language.js'
import classes from './changes.module.css'
import { settingsChanges } from './settings-changes.js'
import { texts } from './texts-changes.js'

const route = getRouteApi('/shell/ecosystem/integrations/$integrationId')
const ROWS = 50

export default function ChangesTab({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const { cursor } = route.useSearch()
  const query = useQuery(changesQuery(integration.id, { limit: ROWS, cursor }))
  const columns: Column<IntegrationChange, typeof t.columns>[] = [
    {
      id: 'when',
      onCard: 'title',
      cell: ({ at }) => (
        <span className={classes.when}>
          <ShortTime at={at} />
        </span>
      ),
    },
    {
      id: 'who',
      cell: ({ by, after }) => {
        if (by === null) return after?.recognizedClient ? t.itself : t.nobody
        return by.kind === 'token' ? t.token(by.name) : by.name
      },
    },
    { id: 'what', width: '60%', onCard: 'plain', cell: change => <ChangeFacts change={change} /> },
  ]
  return (
    <Listed query={query} empty={<Empty icon={IconHistory} title={t.none} text={t.noneText} />}>
      {(items, stale) => (
        <DataTable titles={t.columns} label={t.title} columns={columns} rows={items} stale={stale} />
      )}
    </Listed>
  )
}

function ChangeFacts({ change: { kind, before, after } }: { change: IntegrationChange }) {
  const t = useTexts(texts)
  const { label, value } = useSettingTexts()
  if (kind === 'password') return <>{t.password}</>
  const created = kind === 'created'
  const reading = (told: NonNullable<IntegrationChange['after']>['reading']): string[] =>
    told
      ? [
          t.readingFrom(told.url, told.login, told.everyMinutes),
          ...(told.enabled ? [] : [t.readingOff]),
          ...(told.newPassword ? [t.readingPassword] : []),
        ]
      : []
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
      {after?.reading !== undefined && (
        <Fact label={t.reading} removed={reading(before?.reading)} added={reading(after.reading)} />
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

interface SettingTexts {
  /** The purpose of a key of the settings; the key itself if unknown. */
  label: (key: string) => string
  value: (key: string, value: unknown) => string
}

function useSettingTexts(): SettingTexts {
  const t = useTexts(texts)
  const { keys, clients, orderNumbers } = useTexts(settingsTexts)

  function rule(value: object): string {
    const parts = Object.entries(value).map(([name, said]) =>
      t.rulePart(hasText(name, t.rule) ? t.rule[name] : name, String(said)),
    )
    return parts.length === 0 ? t.anyOrder : parts.join(', ')
  }

  return {
    label: key => (hasText(key, keys) ? keys[key] : key),
    value: (key, value) => {
      if (typeof value === 'boolean') return value ? t.yes : t.no
      if (typeof value === 'object' && value !== null) return rule(value)
      const word = String(value)
      if (key === 'client' && hasText(word, clients)) return clients[word]
      if (key === 'ordernumber' && hasText(word, orderNumbers)) return orderNumbers[word]
      return word
    },
  }
}
