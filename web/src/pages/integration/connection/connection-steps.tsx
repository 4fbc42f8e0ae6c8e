import { SegmentedControl, Text } from '@mantine/core'
import type { Integration } from '@obmen/contract/rest'
import { CLIENTS, type Client } from '@obmen/contract/settings'
import { useState } from 'react'
import { Section } from '../../../components/layout/section.js'
import { useTexts } from '../../../texts/language.js'
import { texts } from '../texts.js'
import classes from './connection.module.css'

/** The steps to type address, login and password into each 1C, with the names of its own fields. */
export function ConnectionSteps({ integration }: { integration: Integration }) {
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
