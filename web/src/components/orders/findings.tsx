import type { DryRun } from '@obmen/contract/rest'
import { IconAlertTriangle, IconBan, IconInfoCircle } from '@tabler/icons-react'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import classes from './findings.module.css'

export type Level = DryRun['findings'][number]['level']

const ICONS: Record<Level, typeof IconBan> = {
  fatal: IconBan,
  dropped: IconAlertTriangle,
  warning: IconAlertTriangle,
  note: IconInfoCircle,
}

/** Findings in the language of the interface, by severity; the caller orders them. */
export function Findings({ items }: { items: readonly { level: Level; message: string }[] }) {
  const t = useTexts(texts).levels
  return (
    <ul className={classes.findings}>
      {items.map(({ level, message }, index) => {
        const Icon = ICONS[level]
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: findings have no ids and their list never changes
          <li key={index} className={classes.finding} data-level={level}>
            <Icon size={15} aria-hidden="true" />
            <span>
              {level !== 'note' && <strong>{t[level]} </strong>}
              <span>{message}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
