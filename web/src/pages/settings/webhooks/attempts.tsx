import { Button, Code, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { AttemptState } from '@obmen/contract'
import type { Attempt, AttemptDetail, Webhook } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { attemptQuery, attemptsQuery, retryAttempt } from '../../../api/webhooks.js'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { Loaded } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { ShortTime } from '../../../components/relative-time.js'
import { Status, type Tone } from '../../../components/status.js'
import { Ticks } from '../../../components/ticks.js'
import { useAction } from '../../../hooks/use-action.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { texts } from './texts-webhooks.js'

const TONES: Record<AttemptState, Tone> = { pending: 'grey', delivered: 'green', failed: 'red' }
const FILTERS = ['all', 'pending', 'delivered', 'failed'] as const
const STRIP = 40

/** How the last attempts ended, the last error with the button to retry, and the list. */
export function Attempts({ webhook }: { webhook: Webhook }) {
  const t = useTexts(texts).attempt
  const { id } = webhook
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all')
  const [chosen, setChosen] = useState<number>()
  const latest = useQuery(attemptsQuery(id, undefined))
  const query = useQuery(attemptsQuery(id, filter === 'all' ? undefined : filter))
  const made = (latest.data?.items ?? []).filter(({ triedAt }) => triedAt !== null)
  const lastError = made[0]?.state === 'failed' ? made[0] : undefined
  const shown = query.data?.items.find(({ id: each }) => each === chosen) ?? lastError
  return (
    <Stack>
      <Strip webhook={webhook} made={made.slice(0, STRIP)} />
      {shown && <ShownAttempt webhookId={id} attempt={shown} isLastError={shown.id === lastError?.id} />}
      <Section title={t.title}>
        <Stack>
          <SegmentedControl
            aria-label={t.filter}
            value={filter}
            onChange={value => setFilter(value as typeof filter)}
            data={FILTERS.map(value => ({ value, label: t.filters[value] }))}
          />
          <Loaded query={query}>
            {({ items }) =>
              items.length === 0 ? (
                <Text c="dimmed">{t.none}</Text>
              ) : (
                <AttemptsTable attempts={items} onShow={setChosen} />
              )
            }
          </Loaded>
        </Stack>
      </Section>
    </Stack>
  )
}

function Strip({ webhook, made }: { webhook: Webhook; made: Attempt[] }) {
  const t = useTexts(texts).attempt
  const { sinceTime, shortTime } = useFormats()
  const { failingSince, deliveredAt, pending } = webhook
  const failed = made.filter(({ state }) => state === 'failed').length
  const ticks = made.toReversed().map(({ id, state }) => ({
    key: id,
    tone: state === 'failed' ? ('bad' as const) : ('good' as const),
    size: 1,
  }))
  const facts = [
    t.strip(made.length, failed),
    ...(failingSince === null ? [] : [t.failingSince(sinceTime(failingSince))]),
    deliveredAt === null ? t.neverDelivered : t.deliveredAt(shortTime(deliveredAt)),
    ...(pending === 0 ? [] : [t.pending(pending)]),
  ]
  return (
    <div>
      {made.length > 0 && <Ticks label={t.strip(made.length, failed)} ticks={ticks} />}
      <Text size="sm" c="dimmed" mt={4}>
        {facts.join(' · ')}
      </Text>
    </div>
  )
}

interface ShownProps {
  webhookId: string
  attempt: Attempt
  isLastError: boolean
}

function ShownAttempt({ webhookId, attempt, isLastError }: ShownProps) {
  const { attempt: t, types } = useTexts(texts)
  const { shortTime } = useFormats()
  const { act, busy } = useAction({ renews: [['webhooks']] })
  const result = useResult()
  const { id, number, type, triedAt, dueAt } = attempt
  return (
    <Section
      title={isLastError ? t.lastError : t.number(number)}
      description={[types[type], t.number(number), shortTime(triedAt ?? dueAt), ...result(attempt)].join(
        ' · ',
      )}
      actions={
        <Button loading={busy} onClick={() => void act(() => retryAttempt(webhookId, id), t.retried)}>
          {t.retry}
        </Button>
      }
    >
      <AttemptContent webhookId={webhookId} attemptId={id} />
    </Section>
  )
}

/** What came of an attempt: the failure, the answer's status, how long it took. */
function useResult(): (attempt: Attempt) => string[] {
  const { attempt: t, failures } = useTexts(texts)
  return ({ failure, status, durationMs }) => [
    ...(failure === null ? [] : [failures[failure]]),
    ...(status === null ? [] : [t.status(status)]),
    ...(durationMs === null ? [] : [t.milliseconds(durationMs)]),
  ]
}

interface TableProps {
  attempts: Attempt[]
  onShow: (attemptId: number) => void
}

function AttemptsTable({ attempts, onShow }: TableProps) {
  const { attempt: t, types } = useTexts(texts)
  const result = useResult()
  const columns: Column<Attempt, typeof t.columns>[] = [
    {
      id: 'event',
      onCard: 'title',
      cell: ({ type, orderId, number }) => (
        <>
          {types[type]}
          <Text size="sm" c="dimmed">
            {[...(orderId === null ? [] : [t.order(orderId)]), t.number(number)].join(', ')}
          </Text>
        </>
      ),
    },
    { id: 'time', cell: ({ triedAt, dueAt }) => <ShortTime at={triedAt ?? dueAt} /> },
    {
      id: 'result',
      cell: attempt => (
        <>
          <Status tone={TONES[attempt.state]}>{t.states[attempt.state]}</Status>
          <Text size="sm" c="dimmed">
            {result(attempt).join(', ')}
          </Text>
        </>
      ),
    },
    {
      id: 'actions',
      align: 'end',
      width: '1%',
      onCard: 'plain',
      cell: attempt => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t.showOf(attempt.id)}
          onClick={() => onShow(attempt.id)}
        >
          {t.show}
        </Button>
      ),
    },
  ]
  return <DataTable titles={t.columns} label={t.title} columns={columns} rows={attempts} />
}

function AttemptContent({ webhookId, attemptId }: { webhookId: string; attemptId: number }) {
  const t = useTexts(texts).attempt
  const query = useQuery(attemptQuery(webhookId, attemptId))
  return (
    <Loaded query={query}>
      {({ request, answer, status }) => (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Message title={t.request} message={request} />
          <Message title={status === null ? t.answer : `${t.answer}: ${status}`} message={answer} />
        </SimpleGrid>
      )}
    </Loaded>
  )
}

function Message({ title, message }: { title: string; message: AttemptDetail['request'] }) {
  const t = useTexts(texts).attempt
  const headers = Object.entries(message.headers ?? {}).map(([name, value]) => `${name}: ${value}`)
  const text = [headers.join('\n'), message.body ?? ''].filter(part => part !== '').join('\n\n')
  return (
    <section aria-label={title}>
      <Title order={3} size="h5" mb={6}>
        {title}
      </Title>
      {text === '' ? (
        <Text c="dimmed">{t.nothing}</Text>
      ) : (
        <Code
          block
          tabIndex={0}
          style={{ maxHeight: 280, overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {text}
        </Code>
      )}
    </section>
  )
}
