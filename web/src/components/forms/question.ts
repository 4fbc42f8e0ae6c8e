import type { ReactNode } from 'react'

export interface Question {
  title: string
  text: ReactNode
  action: string
  cancel?: string
  danger?: boolean
}
