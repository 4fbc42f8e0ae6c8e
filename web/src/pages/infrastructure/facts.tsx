import type { System } from '@obmen/contract/rest'
import type { ReactNode } from 'react'
import { Section } from '../../components/layout/section.js'
import { RelativeTime } from '../../components/relative-time.js'
import { useTexts } from '../../texts/language.js'
import { useFormats } from '../../texts/use-formats.js'
import { DiskFacts } from './disk-facts.js'
import classes from './infrastructure.module.css'
import { LogLevel } from './log-level.js'
import { texts } from './texts.js'

/** Facts about the server and its health, by subject. */
export function Facts({ system }: { system: System }) {
  const t = useTexts(texts)
  const { bytes, number, sinceTime } = useFormats()
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
            [t.queue.owed, number(queue.owed)],
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
