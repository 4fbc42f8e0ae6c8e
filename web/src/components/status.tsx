import type { ReactNode } from 'react'
import classes from './status.module.css'

/** Grey: waits. Blue: on its way. Green: done. Amber: needs attention. Red: failed. None: not for 1C. */
export type Tone = 'grey' | 'blue' | 'green' | 'amber' | 'red' | 'none'

export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.status} data-tone={tone}>
      {children}
    </span>
  )
}
