import { UnstyledButton } from '@mantine/core'
import type { Me } from '@obmen/contract/rest'
import { IconChevronUp } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import classes from './user-menu.module.css'

export function UserButton({ me, className, ...button }: { me: Me } & ComponentPropsWithRef<'button'>) {
  return (
    <UnstyledButton className={`${classes.user} ${className ?? ''}`} {...button}>
      <span className={classes.avatar} aria-hidden="true">
        {initials(me)}
      </span>
      <span className={classes.names}>
        <span className={classes.name} title={me.name || me.email}>
          {me.name || me.email}
        </span>
        {me.name !== '' && <span className={classes.email}>{me.email}</span>}
      </span>
      <IconChevronUp size={16} aria-hidden="true" />
    </UnstyledButton>
  )
}

function initials(me: Me): string {
  const words = (me.name || me.email).split(/[\s@.]+/).filter(Boolean)
  return (
    words
      .slice(0, 2)
      .map(word => word[0])
      .join('') || '?'
  ).toUpperCase()
}
