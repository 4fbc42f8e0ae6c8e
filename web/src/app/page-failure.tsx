import { VisuallyHidden } from '@mantine/core'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { NoAnswerError } from '../api/request/problem.js'
import { askReachable, useReachable } from '../api/request/reachable.js'
import { Failure } from '../components/layout/failure.js'
import { Loading } from '../components/layout/loaded.js'
import { useTexts } from '../texts/language.js'
import { texts } from './texts.js'

/**
 * A page that could not be opened at all (its code or the profile did not load). If the server was
 * unreachable, it is retried automatically.
 */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const reachable = useReachable()
  const wasAway = useRef(false)
  const retry = () => {
    reset()
    void router.invalidate()
  }
  useEffect(() => void askReachable(), [])
  useEffect(() => {
    if (reachable && wasAway.current) location.reload()
    wasAway.current ||= !reachable
  }, [reachable])
  return <Failure error={reachable ? error : new NoAnswerError(false, error)} retry={retry} />
}

/** The same when not even the frame of the pages could be opened. */
export function FrameFailure(props: ErrorComponentProps) {
  const t = useTexts(texts)
  return (
    <main>
      <VisuallyHidden component="h1">{t.product}</VisuallyHidden>
      <PageFailure {...props} />
    </main>
  )
}

/** Who is signed in is not known yet: the server is slow. */
export function FramePending() {
  const t = useTexts(texts)
  return (
    <main>
      <VisuallyHidden component="h1">{t.product}</VisuallyHidden>
      <Loading />
    </main>
  )
}
