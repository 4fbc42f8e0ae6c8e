import { Button, Code, Group, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { AttemptState } from '@obmen/contract'
import type { Attempt, AttemptDetail, Webhook } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { attemptQuery, attemptsQuery, replayHours, retryAttempt } from '../../../api/webhooks.js'
import { type Column, DataTable } from '../../../components/layout/data-table.js'
import { Loaded } from '../../../components/layout/loaded.js'
import { Window } from '../../../components/layout/window.js'
import { ShortTime } from '../../../components/relative-time.js'
import { Status, type Tone } from '../../../components/status.js'
import { useAction } from '../../../hooks/use-action.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from './texts-webhooks.js'

const TONES: Record<AttemptState, Tone> = { pending: 'grey', delivered: 'green', failed: 'red' }
const FILTERS = ['all', 'pending', 'delivered', 'failed'] as const
const REPLAY_HOURS = 24

export function AttemptsDialog({ webhook, onClose }: { webhook: Webhook | undefined; onClose: () => void }) {
  const t = useTexts(texts).attempt
  return (
    <Window opened={webhook !== undefined} onClose={onClose} title={t.title} wide>
      {webhook && <Attempts webhook={webhook} />}
    </Window>
  )
}

function Attempts({ webhook: { id, url } }: { webhook: Webhook }) {
  const t = useTexts(texts).attempt
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>('all')
  const [shown, setShown] = useState<number>()
  const query = useQuery(attemptsQuery(id, filter === 'all' ? undefined : filter))
  return (
    <Stack>
      <Text className="mono" style={{ overflowWrap: 'anywhere' }}>
        {url}
      </Text>
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t.filter}
          value={filter}
          onChange={value => setFilter(value as typeof filter)}
          data={FILTERS.map(value => ({ value, label: t.filters[value] }))}
        />
        <Replay id={id} />
      </Group>
      {shown !== undefined && <AttemptContent webhookId={id} attemptId={shown} />}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text c="dimmed">{t.none}</Text>
          ) : (
            <AttemptsTable id={id} attempts={items} onShow={setShown} />
          )
        }
      </Loaded>
    </Stack>
  )
}

interface TableProps {
  id: string
  attempts: Attempt[]
  onShow: (attemptId: number) => void
}

function AttemptsTable({ id, attempts, onShow }: TableProps) {
  const { attempt: t, types, failures } = useTexts(texts)
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
      cell: ({ state, status, failure, durationMs }) => (
        <>
          <Status tone={TONES[state]}>{t.states[state]}</Status>
          <Text size="sm" c="dimmed">
            {[
              ...(failure === null ? [] : [failures[failure]]),
              ...(status === null ? [] : [t.status(status)]),
              ...(durationMs === null ? [] : [t.milliseconds(durationMs)]),
            ].join(', ')}
          </Text>
        </>
      ),
    },
    {
      id: 'actions',
      align: 'end',
      width: '1%',
      onCard: 'plain',
      cell: ({ id: attemptId }) => (
        <Group gap={6} justify="flex-end" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t.showOf(attemptId)}
            onClick={() => onShow(attemptId)}
          >
            {t.show}
          </Button>
          <Retry id={id} attemptId={attemptId} />
        </Group>
      ),
    },
  ]
  return <DataTable titles={t.columns} label={t.title} columns={columns} rows={attempts} />
}

function Retry({ id, attemptId }: { id: string; attemptId: number }) {
  const t = useTexts(texts).attempt
  const { act, busy } = useAction({ renews: [['webhooks']] })
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t.retryOf(attemptId)}
      loading={busy}
      onClick={() => void act(() => retryAttempt(id, attemptId), t.retried)}
    >
      {t.retry}
    </Button>
  )
}

function Replay({ id }: { id: string }) {
  const t = useTexts(texts).attempt
  const { act, busy } = useAction({ renews: [['webhooks']] })
  return (
    <Button
      variant="default"
      loading={busy}
      onClick={() => void act(() => replayHours(id, REPLAY_HOURS), t.replayed)}
    >
      {t.replay}
    </Button>
  )
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
