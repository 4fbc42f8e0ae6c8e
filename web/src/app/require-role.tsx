import { Button } from '@mantine/core'
import type { Role } from '@obmen/contract'
import { IconLock } from '@tabler/icons-react'
import { Link, Outlet } from '@tanstack/react-router'
import { hasRole, useMe } from '../api/people/me.js'
import { Empty } from '../components/layout/empty.js'
import { PageHeader } from '../components/layout/page-header.js'
import { useTexts } from '../texts/language.js'
import { texts } from './texts.js'

/** The pages of one role; anybody else is told whose they are. The server refuses too: this only says it kindly. */
export function RequireRole({ only }: { only: Role }) {
  const t = useTexts(texts)
  const { data: me } = useMe()
  if (hasRole(me, only)) return <Outlet />
  return (
    <>
      <PageHeader title={t.refusal.title} />
      <Empty icon={IconLock} title={t.refusal.needed[only]} text={t.refusal.text}>
        <Button component={Link} to="/" variant="default">
          {t.toStart}
        </Button>
      </Empty>
    </>
  )
}
