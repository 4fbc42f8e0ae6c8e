import { Button, TextInput } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { useState } from 'react'
import { useTexts } from '../../texts/language.js'
import { texts } from './texts.js'

/** A code of the authenticator app or, for whom it is lost, a recovery code. */
export function CodeField({
  field,
  autoFocus = true,
}: {
  field: GetInputPropsReturnType
  autoFocus?: boolean
}) {
  const t = useTexts(texts).code
  const [recovery, setRecovery] = useState(false)
  return (
    <div>
      <TextInput
        key={String(recovery)}
        label={recovery ? t.recovery : t.app}
        description={recovery ? t.recoveryHelp : t.appHelp}
        inputMode={recovery ? 'text' : 'numeric'}
        autoComplete={recovery ? 'off' : 'one-time-code'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={50}
        required
        autoFocus={autoFocus || recovery}
        {...field}
      />
      <Button variant="subtle" size="compact-sm" mt={8} ml={-8} onClick={() => setRecovery(!recovery)}>
        {recovery ? t.useApp : t.useRecovery}
      </Button>
    </div>
  )
}
