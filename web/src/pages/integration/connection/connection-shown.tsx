import { Alert, Button, Group, List, Text, ThemeIcon } from '@mantine/core'
import { type CheckTone, describeCheck, describeFact, MOST_COUNTED, ordersInWords } from '@obmen/contract'
import type { Integration } from '@obmen/contract/rest'
import type { Client } from '@obmen/contract/settings'
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { answerClient, integrationSaved, settleEarlyOrders } from '../../../api/integrations.js'
import { useConfirm } from '../../../components/forms/confirm.js'
import { texts as settingsTexts } from '../../../components/integration-settings/texts.js'
import { Section } from '../../../components/layout/section.js'
import { useAction } from '../../../hooks/use-action.js'
import { useLanguage, useTexts } from '../../../texts/language.js'
import classes from './connection.module.css'
import { texts } from './texts-shown.js'

const SIGNS = {
  good: { color: 'teal', icon: IconCheck },
  look: { color: 'orange', icon: IconAlertTriangle },
  known: { color: 'gray', icon: IconInfoCircle },
} as const satisfies Record<CheckTone, unknown>

type Recognition = NonNullable<Integration['recognition']>

export function ConnectionShown({ integration }: { integration: Integration }) {
  const { recognition } = integration
  if (!recognition || (recognition.facts.length === 0 && recognition.checks.length === 0)) return null
  return (
    <div className={classes.shown}>
      {recognition.question && (
        <Question integration={integration} recognition={recognition} asked={recognition.question} />
      )}
      <Checks integration={integration} recognition={recognition} />
    </div>
  )
}

interface QuestionProps {
  integration: Integration
  recognition: Recognition
  asked: NonNullable<Recognition['question']>
}

function Question({ integration: { id }, recognition, asked }: QuestionProps) {
  const t = useTexts(texts).question
  const { clients } = useTexts(settingsTexts)
  const { language } = useLanguage()
  const queryClient = useQueryClient()
  const { act, busy } = useAction()
  const { applied, facts } = recognition
  const answer = (client: Client) =>
    act(
      async () => {
        await integrationSaved(queryClient, await answerClient(id, client))
      },
      t.answered(clients[client]),
      'settle',
    )
  const seen = facts.map(({ code }) => describeFact(code, language)).join('; ')

  return (
    <Alert
      color="blue"
      variant="light"
      role="status"
      title={asked.why === 'unsure' ? t.unsure : t.mismatch(clients[applied])}
    >
      {asked.why === 'unsure' ? t.unsureText(seen) : t.mismatchText(seen, clients[applied])}
      <Group mt="sm" gap="xs">
        {asked.clients.map(client => (
          <Button key={client} size="xs" disabled={busy} onClick={() => void answer(client)}>
            {t.is(clients[client])}
          </Button>
        ))}
        {applied !== 'auto' && (
          <Button size="xs" variant="default" disabled={busy} onClick={() => void answer(applied)}>
            {t.keep(clients[applied])}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

function Checks({ integration, recognition }: { integration: Integration; recognition: Recognition }) {
  const t = useTexts(texts).checks
  const { clients } = useTexts(settingsTexts)
  const { language } = useLanguage()
  const { client, applied, facts, checks } = recognition
  const seen = facts.map(({ code }) => describeFact(code, language)).join('; ')
  return (
    <Section title={t.title} description={applied === 'auto' ? t.unknown : t.goesAs(clients[applied])}>
      {client === applied && facts.length > 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          {t.recognized(clients[applied], seen)}
        </Text>
      )}
      <List spacing="sm" classNames={{ item: classes.check, itemWrapper: classes.checkLine }}>
        {checks.map(check => {
          const { color, icon: Icon } = SIGNS[check.tone]
          return (
            <List.Item
              key={check.code}
              icon={
                <ThemeIcon color={color} variant="light" size={22} radius="xl">
                  <Icon size={14} aria-label={t.tones[check.tone]} />
                </ThemeIcon>
              }
            >
              {describeCheck(check, language)}
              {check.code === 'start-date-passed' && (
                <EarlyOrders integration={integration} orders={check.orders ?? 0} />
              )}
            </List.Item>
          )
        })}
      </List>
    </Section>
  )
}

/** They were confirmed; only a person knows whether 1C loaded them. */
function EarlyOrders({ integration: { id }, orders }: { integration: Integration; orders: number }) {
  const t = useTexts(texts).early
  const { language } = useLanguage()
  const confirm = useConfirm()
  const { act, busy } = useAction({ renews: [['integrations'], ['bulk-actions']] })
  const settle = (resend: boolean) =>
    act(() => settleEarlyOrders(id, resend), resend ? t.resent : t.settled, resend ? 'resend' : 'settle')
  async function askToResend() {
    const counted = orders > MOST_COUNTED ? t.ask.many : ordersInWords(orders, language)
    const title = t.ask.title(counted)
    if (await confirm({ title, text: t.ask.text, action: t.resend, danger: true })) await settle(true)
  }
  return (
    <Group mt="xs" gap="xs">
      <Button size="xs" disabled={busy} onClick={() => void askToResend()}>
        {t.resend}
      </Button>
      <Button size="xs" variant="default" disabled={busy} onClick={() => void settle(false)}>
        {t.settle}
      </Button>
    </Group>
  )
}
