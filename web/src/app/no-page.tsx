import { VisuallyHidden } from '@mantine/core'
import type { Role } from '@obmen/contract'
import { IconCompass, IconLock } from '@tabler/icons-react'
import { type ErrorComponentProps, Navigate, Outlet, useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { hasRole, useMe } from '../api/people/me.js'
import { NoAnswerError } from '../api/request/problem.js'
import { askReachable, useReachable } from '../api/request/reachable.js'
import { ButtonLink } from '../components/forms/button-link.js'
import { Empty, Failure, Loading } from '../components/layout/loaded.js'
import { PageHeader } from '../components/layout/page-header.js'
import { useTexts } from '../texts/language.js'
import { texts } from './texts.js'

/** A page that could not be opened at all; retried once an unreachable server is back. */
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

export function NotFound() {
  const t = useTexts(texts)
  return (
    <>
      <PageHeader title={t.notFound.title} />
      <Empty icon={IconCompass} title={t.notFound.heading} text={t.notFound.text}>
        <ButtonLink to="/">{t.toStart}</ButtonLink>
      </Empty>
    </>
  )
}

/** Pages for certain roles; others see who may open them. The server enforces it; this only explains. */
export function RequireRole({ roles }: { roles: readonly [Role, ...Role[]] }) {
  const t = useTexts(texts)
  const { data: me } = useMe()
  if (me?.secondFactor === 'required') return <Navigate to="/account" replace />
  if (roles.some(role => hasRole(me, role))) return <Outlet />
  return (
    <>
      <PageHeader title={t.refusal.title} />
      <Empty icon={IconLock} title={t.refusal.needed[roles[0]]} text={t.refusal.text}>
        <ButtonLink to="/">{t.toStart}</ButtonLink>
      </Empty>
    </>
  )
}
