import { lazy, Suspense, useEffect, useState } from 'react'
import { onSignInNeeded } from '../../api/request/sign-in-again.js'

const SignInAgainWindow = lazy(() => import('./sign-in-again-window.js'))

/** Over the page when the session has expired; typing and saving continue after signing in. */
export function SignInAgain() {
  const [opened, setOpened] = useState(false)
  const [requested, setRequested] = useState(false)
  useEffect(
    () =>
      onSignInNeeded(needed => {
        setOpened(needed)
        if (needed) setRequested(true)
      }),
    [],
  )
  if (!requested) return null
  return (
    <Suspense fallback={null}>
      <SignInAgainWindow opened={opened} />
    </Suspense>
  )
}
