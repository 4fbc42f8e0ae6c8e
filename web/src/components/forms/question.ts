import type { ReactNode } from 'react'

export interface Question {
  title: string
  /** What will happen, and what will be lost. */
  text: ReactNode
  /** Label of the confirming button: a verb. */
  action: string
  cancel?: string
  danger?: boolean
}
