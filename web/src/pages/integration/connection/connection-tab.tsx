import { Alert, Button, Group, SegmentedControl, Text } from '@mantine/core'
import type { Integration } from '@obmen/contract/rest'
import { CLIENTS, type Client } from '@obmen/contract/settings'
import { IconKey } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keptPasswordQuery } from '../../../api/integrations.js'
import { keepShownOnce } from '../../../api/request/shown-once.js'
import { CopyField } from '../../../components/forms/copy.js'
import { Section } from '../../../components/layout/section.js'
import { PublicUrlAlert } from '../../../components/public-url-alert.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { ReadingCard } from '../reading/reading-card.js'
import { texts } from '../texts.js'
import classes from './connection.module.css'
import { ConnectionLive, useNewPassword } from './connection-live.js'
import { ConnectionShown } from './connection-shown.js'
import { Day } from './day.js'
import { RestoredForm } from './restored-form.js'
import { texts as dayTexts } from './texts-day.js'

/** «Состояние»: how the day goes; until 1C works, and folded away after, what to type into it and where. */
export default function ConnectionTab({ integration }: { integration: Integration }) {
  const { access } = useTexts(dayTexts)
  const { data: kept = null } = useQuery(keptPasswordQuery(integration.id))
  const { state, counts } = integration
  const works = counts.confirmed > 0 || state === 'exchanging'
  const isTyping = kept !== null || state === 'waiting' || state === 'refused'
  return (
    <>
      <ConnectionLive integration={integration} />
      {integration.restoredAt !== null && (
        <div className={classes.shown}>
          <RestoredForm integration={integration} restoredAt={integration.restoredAt} />
        </div>
      )}
      <Day integration={integration}>
        <ConnectionShown integration={integration} />
        <div className={classes.shown}>
          <ReadingCard integration={integration} />
        </div>
        <details className={classes.access} open={isTyping || !works}>
          <summary>{access}</summary>
          <div className={classes.connection}>
            <ConnectionAccess integration={integration} />
            <ConnectionSteps integration={integration} />
          </div>
        </details>
      </Day>
    </>
  )
}

function ConnectionAccess({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const formats = useFormats()
  const queryClient = useQueryClient()
  const { data: kept = null } = useQuery(keptPasswordQuery(integration.id))
  const password =
    kept !== null && kept.passwordChangedAt >= integration.passwordChangedAt ? kept.password : null
  const { renew, busy } = useNewPassword(integration.id)

  function hide() {
    keepShownOnce(queryClient, keptPasswordQuery(integration.id), null)
  }

  return (
    <Section title={t.access.title} description={t.access.text}>
      <div className={classes.fields}>
        <CopyField label={t.access.url} value={integration.exchangeUrl} />
        {!integration.exchangeUrlSet && <PublicUrlAlert />}
        <CopyField label={t.access.login} value={integration.login ?? ''} />
        {password === null ? (
          <div>
            <Text size="sm" fw={500}>
              {t.access.password}
            </Text>
            <Text size="sm" c="dimmed" mb="xs">
              {t.access.passwordHidden(formats.shortTime(integration.passwordChangedAt))}
            </Text>
            <Button
              variant="default"
              size="xs"
              leftSection={<IconKey size={15} />}
              loading={busy}
              onClick={() => void renew()}
            >
              {t.access.renew}
            </Button>
          </div>
        ) : (
          <>
            <CopyField label={t.access.password} value={password} />
            <Alert color="yellow" variant="light">
              {t.access.passwordOnce}
              <Group mt="xs">
                <Button variant="default" size="xs" onClick={hide}>
                  {t.access.hide}
                </Button>
              </Group>
            </Alert>
          </>
        )}
      </div>
    </Section>
  )
}

/** The steps to type address, login and password into each 1C, with the names of its own fields. */
function ConnectionSteps({ integration }: { integration: Integration }) {
  const t = useTexts(texts).steps
  const applied = integration.recognition?.applied ?? 'auto'
  const configured = applied === 'auto' ? undefined : applied
  const [chosen, setProgram] = useState<Client>()
  // Most of those who connect a 1C have Бухгалтерия.
  const steps: Partial<Record<Client, readonly (string | ((method: string) => string))[]>> = t.list
  const program = chosen ?? configured ?? 'bp'
  const method = String(integration.settings?.paymentmethodname ?? '')
  return (
    <Section title={t.title} description={t.text}>
      <div className={classes.programs}>
        <SegmentedControl
          aria-label={t.program}
          value={program}
          onChange={clicked => setProgram(clicked as Client)}
          data={CLIENTS.map(client => ({ value: client, label: t.programs[client] }))}
        />
      </div>
      <ol className={classes.steps}>
        {(steps[program] ?? []).map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of one program never change
          <li key={index}>
            <span>{typeof step === 'string' ? step : step(method)}</span>
          </li>
        ))}
      </ol>
      {configured && program !== configured && (
        <Text size="sm" c="dimmed" mt="md">
          {t.differs(t.programs[configured])}
        </Text>
      )}
    </Section>
  )
}
