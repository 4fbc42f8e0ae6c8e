import { NativeSelect, Progress, Text } from '@mantine/core'
import { LOG_LEVELS } from '@obmen/contract'
import type { System } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { setLogLevel, systemQuery } from '../../api/system.js'
import { Section } from '../../components/layout/section.js'
import { RelativeTime } from '../../components/relative-time.js'
import { Status } from '../../components/status.js'
import { useAction } from '../../hooks/use-action.js'
import { useFormats, useTexts } from '../../texts/language.js'
import classes from './infrastructure.module.css'
import { texts } from './texts.js'

const NEARLY_FULL_PERCENT = 90

/** Whether a part of the system is in good order; if not, what to do. */
function Tile({
  title,
  trouble,
  children,
}: {
  title: string
  trouble: string | undefined
  children: ReactNode
}) {
  const t = useTexts(texts).health
  return (
    <Section
      title={title}
      actions={
        <Status tone={trouble === undefined ? 'green' : 'amber'}>
          {trouble === undefined ? t.good : t.check}
        </Status>
      }
    >
      {trouble !== undefined && <p className={classes.trouble}>{trouble}</p>}
      {children}
    </Section>
  )
}

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

/** What the system is made of, and how each part stands. */
export function Facts({ system }: { system: System }) {
  const t = useTexts(texts)
  const { bytes, counted, number, sinceTime } = useFormats()
  const { backup, database, disk, queue, jobs, exchanges, logLevel } = system
  const pending = database.pendingMigrations
  const problem = (code: System['problemCodes'][number], text: string) =>
    system.problemCodes.includes(code) ? text : undefined
  const { health } = t
  const late = jobs.waiting > MOST_JOBS
  return (
    <div className={classes.facts}>
      <Tile title={t.program.title} trouble={problem('no-public-url', health.publicUrl)}>
        <FactList
          facts={[
            [t.program.started, <RelativeTime key="started" at={system.startedAt} />],
            [t.program.node, system.node],
            [t.program.memory, bytes(system.memoryBytes)],
            [
              t.program.publicUrl,
              <span key="url" className="mono">
                {system.publicUrl}
              </span>,
            ],
          ]}
        />
      </Tile>
      <Tile
        title={t.database.title}
        trouble={problem('pending-migrations', health.migrations(pending.join(', ')))}
      >
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
            [
              t.database.migrations,
              pending.length === 0 ? t.database.upToDate : t.database.pending(pending.length),
            ],
          ]}
        />
      </Tile>
      <Tile title={t.disk.title} trouble={problem('little-disk', health.disk(disk?.path ?? ''))}>
        <DiskFacts disk={disk} />
      </Tile>
      <Tile title={t.backup.title} trouble={backupTrouble(backup, t.backup)}>
        <FactList
          facts={[
            [t.backup.last, <RelativeTime key="backup" at={backup.endedAt} never={t.backup.none} />],
            [
              t.backup.folder,
              backup.dir === null ? (
                t.backup.noFolder
              ) : (
                <span key="folder" className="mono">
                  {backup.dir}
                </span>
              ),
            ],
          ]}
        />
      </Tile>
      <Tile
        title={t.exchanges.title}
        trouble={exchanges.troubled > 0 ? t.exchanges.trouble(exchanges.troubled) : undefined}
      >
        <FactList
          facts={[
            [t.exchanges.integrations, number(exchanges.integrations)],
            [
              t.exchanges.lastCall,
              <RelativeTime key="call" at={exchanges.lastCallAt} never={t.exchanges.noCall} />,
            ],
            [t.queue.owed, counted(queue.owed)[1]],
            [
              t.queue.oldest,
              queue.oldestOwedSince === null ? t.queue.none : sinceTime(queue.oldestOwedSince),
            ],
            [t.queue.open, number(queue.openBatches)],
          ]}
        />
      </Tile>
      <Tile
        title={t.jobs.title}
        trouble={jobs.failed > 0 ? t.jobs.failure(jobs.failed) : late ? t.jobs.late : undefined}
      >
        <FactList
          facts={[
            [t.jobs.waiting, number(jobs.waiting)],
            [t.jobs.failed, number(jobs.failed)],
          ]}
        />
      </Tile>
      <Tile title={t.log.title} trouble={logTrouble(logLevel, t.log)}>
        <LogLevel level={logLevel} />
        <Text c="dimmed" size="sm" mt="xs">
          {t.log.text}
        </Text>
      </Tile>
    </div>
  )
}

/** Made once a day; the server warns of an older one, too. */
const OLD_BACKUP_MS = 26 * 3_600_000

function backupTrouble(
  { dir, endedAt, failure }: System['backup'],
  t: { unset: string; failed: (why: string) => string; old: string },
): string | undefined {
  if (failure !== null) return t.failed(failure)
  if (dir === null) return t.unset
  return endedAt !== null && Date.now() - Date.parse(endedAt) > OLD_BACKUP_MS ? t.old : undefined
}

/** So many are due at times on a busy server that keeps up. */
const MOST_JOBS = 1000

function logTrouble(level: Level, t: { loud: string; mute: string }): string | undefined {
  if (level === 'trace' || level === 'debug') return t.loud
  return level === 'silent' || level === 'fatal' ? t.mute : undefined
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
