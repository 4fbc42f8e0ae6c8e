import { Alert, Button } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { hasRole, useMe } from '../api/people/me.js'
import { resumeSending } from '../api/system.js'
import { useAction } from '../hooks/use-action.js'
import { useFormats, useTexts } from '../texts/language.js'
import { useConfirm } from './forms/confirm.js'
import { texts } from './texts-sending.js'

/** Says that a restored database sends nothing by itself; an operator resumes it here. */
export default function SendingAlert({ pausedAt }: { pausedAt: string }) {
  const t = useTexts(texts)
  const { shortTime } = useFormats()
  const confirm = useConfirm()
  const { act, busy } = useAction({ renews: [['overview'], ['system']] })
  const operates = hasRole(useMe().data, 'system-operator')

  async function resume() {
    if (await confirm({ title: t.question, text: t.consequence, action: t.resume })) {
      await act(resumeSending, t.resumed)
    }
  }

  return (
    <Alert color="yellow" variant="light" icon={<IconPlayerPause size={18} />} title={t.title}>
      {t.text(shortTime(pausedAt))}
      {operates ? (
        <div>
          <Button size="sm" mt="sm" loading={busy} onClick={() => void resume()}>
            {t.resume}
          </Button>
        </div>
      ) : (
        <div>{t.who}</div>
      )}
    </Alert>
  )
}
