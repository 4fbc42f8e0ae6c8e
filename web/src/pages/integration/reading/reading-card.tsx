import { Button } from '@mantine/core'
import type { Integration, Reading } from '@obmen/contract/rest'
import { IconRefresh } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteReading, readingQuery, runReading } from '../../../api/reading.js'
import { useConfirm } from '../../../components/forms/confirm.js'
import { HelpLink } from '../../../components/help-link.js'
import { HELP_ON_READING } from '../../../components/help-places.js'
import { FailureLine } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { ReadingState } from '../../../components/reading/reading-state.js'
import { useAction } from '../../../hooks/use-action.js'
import { useTexts } from '../../../texts/language.js'
import { texts as integrationTexts } from '../texts.js'
import classes from './reading.module.css'
import { ReadingForm } from './reading-form.js'
import { texts } from './texts-reading.js'

/** «Чтение из 1С»: off until a person sets it up; the programs that are not read say so. */
export function ReadingCard({ integration }: { integration: Integration }) {
  const t = useTexts(texts)
  const { programs } = useTexts(integrationTexts).steps
  const query = useQuery(readingQuery(integration.id))
  const client = integration.recognition?.applied
  const program = client === undefined || client === 'auto' || client === 'bp' ? undefined : programs[client]
  const about = (
    <>
      {t.about} <HelpLink place={HELP_ON_READING} about={t.title} />
    </>
  )
  return (
    <Section title={t.title} description={program === undefined || query.data ? about : t.notRead(program)}>
      <FailureLine title={t.failed} query={query} />
      {query.data !== undefined && (query.data !== null || program === undefined) && (
        <Shown integrationId={integration.id} reading={query.data} />
      )}
    </Section>
  )
}

function Shown({ integrationId, reading }: { integrationId: string; reading: Reading | null }) {
  const t = useTexts(texts)
  const [editing, setEditing] = useState(false)
  if (editing)
    return <ReadingForm integrationId={integrationId} reading={reading} onClose={() => setEditing(false)} />
  if (reading === null)
    return (
      <>
        <p className={classes.about}>{t.off}</p>
        <Button variant="default" onClick={() => setEditing(true)}>
          {t.setUp}
        </Button>
      </>
    )
  return (
    <>
      <ReadingState reading={reading} />
      <Actions integrationId={integrationId} reading={reading} onChange={() => setEditing(true)} />
    </>
  )
}

interface ActionsProps {
  integrationId: string
  reading: Reading
  onChange: () => void
}

function Actions({ integrationId, reading, onChange }: ActionsProps) {
  const t = useTexts(texts)
  const confirm = useConfirm()
  const { act, busy } = useAction({ renews: [readingQuery(integrationId).queryKey] })

  async function remove() {
    const { title, text, action } = t.removing
    if (await confirm({ title, text, action, danger: true }))
      await act(() => deleteReading(integrationId), t.removed)
  }
  return (
    <div className={classes.actions}>
      <Button
        leftSection={<IconRefresh size={16} />}
        disabled={busy || reading.state === 'running'}
        onClick={() => void act(() => runReading(integrationId), t.begun)}
      >
        {t.run}
      </Button>
      <Button variant="default" onClick={onChange}>
        {t.change}
      </Button>
      <Button variant="subtle" color="red" disabled={busy} onClick={() => void remove()}>
        {t.remove}
      </Button>
    </div>
  )
}
