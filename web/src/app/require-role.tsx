import { Button } from '@mantine/core'
import type { Role } from '@obmen/contract'
import { IconLock } from '@tabler/icons-react'
import { Link, Outlet } from '@tanstack/react-router'
import { hasRole, useMe } from '../api/people/me.js'
import { Empty } from '../components/layout/empty.js'
import { PageHeader } from '../components/layout/page-header.js'
import { useTexts } from '../texts/language.js'
import { texts } from './texts.js'

/** Pages for certain roles; others see who may open them. The server enforces it; this only explains. */
export function RequireRole({ roles }: { roles: readonly [Role, ...Role[]] }) {
  const t = useTexts(texts)
  const { data: me } = useMe()
  if (roles.some(role => hasRole(me, role))) return <Outlet />
  return (
    <>
      <PageHeader title={t.refusal.title} />
      <Empty icon={IconLock} title={t.refusal.needed[roles[0]]} text={t.refusal.text}>
        <Button component={Link} to="/" variant="default">
          {t.toStart}
        </Button>
      </Empty>
    </>
  )
}
