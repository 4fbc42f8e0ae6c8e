import { NativeSelect, Progress, Text } from '@mantine/core'
import { LOG_LEVELS } from '@obmen/contract'
import type { System } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { setLogLevel, systemQuery } from '../../api/system.js'
import { Section } from '../../components/layout/section.js'
import { RelativeTime } from '../../components/relative-time.js'
import { useAction } from '../../hooks/use-action.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './infrastructure.module.css'
import { texts } from './texts.js'

const NEARLY_FULL_PERCENT = 90

function DiskFacts({ disk }: { disk: System['disk'] }) {
  const t = useTexts(texts).disk
  const { bytes } = useFormats()
  if (disk === null) return <Text c="dimmed">{t.foreign}</Text>
  const used = Math.round((1 - disk.freeBytes / disk.totalBytes) * 100)
  return (
    <>
      <Text>{t.free(bytes(disk.freeBytes), bytes(disk.totalBytes))}</Text>
      <Progress
        value={used}
        color={used >= NEARLY_FULL_PERCENT ? 'red' : 'ink'}
        size="sm"
        my="xs"
        aria-label={t.used(used)}
      />
      <dl className={classes.list}>
        <div>
          <dt>{t.path}</dt>
          <dd className="mono">{disk.path}</dd>
        </div>
      </dl>
    </>
  )
}

export function Facts({ system }: { system: System }) {
  const t = useTexts(texts)
  const { bytes, counted, number, sinceTime } = useFormats()
  const { database, queue } = system
  const pending = database.pendingMigrations.length
  return (
    <div className={classes.facts}>
      <Section title={t.program.title}>
        <FactList
          facts={[
            [t.program.version, system.version],
            [t.program.node, system.node],
            [t.program.started, <RelativeTime key="started" at={system.startedAt} />],
            [t.program.memory, bytes(system.memoryBytes)],
            [
              t.program.publicUrl,
              <span key="url" className="mono">
                {system.publicUrl}
              </span>,
            ],
          ]}
        />
      </Section>
      <Section title={t.database.title}>
        <FactList
          facts={[
            [
              t.database.kind,
              database.embedded
                ? t.database.embedded(database.version)
                : t.database.foreign(database.version),
            ],
            [t.database.size, bytes(database.sizeBytes)],
            [t.database.connections, number(database.connections)],
            [t.database.migrations, pending === 0 ? t.database.upToDate : t.database.pending(pending)],
          ]}
        />
      </Section>
      <Section title={t.disk.title}>
        <DiskFacts disk={system.disk} />
      </Section>
      <Section title={t.queue.title}>
        <FactList
          facts={[
            [t.queue.owed, counted(queue.owed)[1]],
            [
              t.queue.oldest,
              queue.oldestOwedSince === null ? t.queue.none : sinceTime(queue.oldestOwedSince),
            ],
            [t.queue.open, number(queue.openBatches)],
          ]}
        />
      </Section>
      <div className={classes.wide}>
        <Section title={t.log.title} description={t.log.text}>
          <LogLevel level={system.logLevel} />
        </Section>
      </div>
    </div>
  )
}

function FactList({ facts }: { facts: [name: string, value: ReactNode][] }) {
  return (
    <dl className={classes.list}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type Level = System['logLevel']

/** Takes effect as it is chosen. */
function LogLevel({ level }: { level: Level }) {
  const t = useTexts(texts).log
  const queryClient = useQueryClient()
  const { act, busy } = useAction()

  async function change(chosen: Level) {
    await act(async () => {
      queryClient.setQueryData(systemQuery.queryKey, await setLogLevel(chosen))
    }, t.changed(chosen))
  }

  return (
    <NativeSelect
      aria-label={t.label}
      data={LOG_LEVELS.map(value => ({ value, label: t.levels[value] }))}
      value={level}
      disabled={busy}
      onChange={event => void change(event.currentTarget.value as Level)}
    />
  )
}
