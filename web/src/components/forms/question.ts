import type { ReactNode } from 'react'

/** What is asked before something is done. */
export interface Question {
  title: string
  /** What will happen, and what will be lost. */
  text: ReactNode
  /** The button that does it: a verb. */
  action: string
  cancel?: string
  danger?: boolean
}
