import { IconChevronDown } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import classes from './filters.module.css'

interface Props extends ComponentPropsWithRef<'button'> {
  label: string
  shown: string | undefined
}

export function FilterPill({ label, shown, className, ...button }: Props) {
  return (
    <button
      type="button"
      className={`${classes.pill} ${className ?? ''}`}
      data-set={shown !== undefined || undefined}
      {...button}
    >
      <span className={classes.label}>{label}</span>
      {shown !== undefined && <span className={classes.value}>{shown}</span>}
      <IconChevronDown size={14} aria-hidden="true" />
    </button>
  )
}
