import { Code, SimpleGrid, Text, Title } from '@mantine/core'
import type { AttemptDetail } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { attemptQuery } from '../../../api/webhooks.js'
import { Loaded } from '../../../components/layout/loaded.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from './texts-webhooks.js'

/** Request and answer of an attempt, side by side. */
export function AttemptContent({ webhookId, attemptId }: { webhookId: string; attemptId: number }) {
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
