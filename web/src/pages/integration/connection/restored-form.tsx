import { Button, Checkbox, Group, List, NumberInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Integration } from '@obmen/contract/rest'
import { useQueryClient } from '@tanstack/react-query'
import { integrationQuery, integrationSaved, patchIntegration } from '../../../api/integrations.js'
import { useConfirmedJump } from '../../../components/integration-settings/use-confirmed-jump.js'
import { FormFailure } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { useSubmit } from '../../../hooks/use-submit.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import classes from './connection.module.css'
import { texts } from './texts-restored.js'

interface Props {
  integration: Integration
  restoredAt: string
}

/** After a restore: from which number orders go on, and what comes of it. */
export function RestoredForm({ integration, restoredAt }: Props) {
  const { id, version, proposedNumber: proposed } = integration
  const t = useTexts(texts)
  const { number, shortTime } = useFormats()
  const queryClient = useQueryClient()
  const confirmedJump = useConfirmedJump()
  const form = useForm<{ nextNumber: number | string; checked: boolean }>({
    initialValues: { nextNumber: proposed ?? '', checked: false },
    validate: {
      nextNumber: value => (typeof value === 'number' ? null : t.needed),
      checked: value => (value ? null : t.checkNeeded),
    },
  })
  const { submit, busy, failure } = useSubmit(form, async ({ nextNumber }) => {
    // What somebody else changed is shown; sent again, the number is taken.
    const renew = () => queryClient.invalidateQueries({ queryKey: integrationQuery(id).queryKey })
    const saved = await confirmedJump(confirm =>
      patchIntegration(id, version, { enabled: true, nextNumber: Number(nextNumber), confirm }),
    ).catch(error => renew().then(() => Promise.reject(error)))
    if (!saved) return
    await integrationSaved(queryClient, saved)
    return t.resumed
  })
  return (
    <Section title={t.title} description={t.about(shortTime(restoredAt))}>
      <form onSubmit={submit} noValidate className={classes.fields}>
        <ol className={classes.steps}>
          {t.steps.map(step => (
            <li key={step}>
              <span>{step}</span>
            </li>
          ))}
        </ol>
        <NumberInput
          // «Возобновить» at the head of the page leads here.
          id="next-number"
          label={t.next}
          description={proposed === null ? undefined : t.proposed(number(proposed))}
          allowNegative={false}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('nextNumber')}
        />
        <div>
          <h3>{t.what}</h3>
          <List spacing="xs">
            {t.effects.map(effect => (
              <List.Item key={effect}>{effect}</List.Item>
            ))}
          </List>
        </div>
        <Checkbox label={t.checked} {...form.getInputProps('checked', { type: 'checkbox' })} />
        <FormFailure text={failure} />
        <Group>
          <Button type="submit" loading={busy}>
            {t.resume}
          </Button>
        </Group>
      </form>
    </Section>
  )
}
