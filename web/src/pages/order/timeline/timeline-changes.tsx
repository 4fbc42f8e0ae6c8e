import { Button } from '@mantine/core'
import type { FieldChange } from '@obmen/contract/rest'
import { useState } from 'react'
import { useTexts } from '../../../texts/language.js'
import type { Currencies } from '../content/currencies.js'
import { texts } from './texts-timeline.js'
import classes from './timeline.module.css'
import { useChangeTexts } from './use-change-texts.js'

const SHOWN = 6

interface Props {
  changes: FieldChange[]
  currencies: Currencies
}

/** The changed fields with before and after. */
export function TimelineChanges({ changes, currencies }: Props) {
  const t = useTexts(texts)
  const words = useChangeTexts(currencies)
  const [all, setAll] = useState(false)
  const shown = all ? changes : changes.slice(0, SHOWN)
  const rest = changes.length - shown.length
  return (
    <>
      <ul className={classes.changes}>
        {shown.map(change => {
          const { label, before, after } = words(change)
          return (
            <li key={change.path + (change.after === undefined ? '-' : '')}>
              {label}
              {(before !== undefined || after !== undefined) && ': '}
              {before !== undefined && <del>{before}</del>}
              {before !== undefined && after !== undefined && ' → '}
              {after !== undefined && <ins>{after}</ins>}
            </li>
          )
        })}
      </ul>
      {rest > 0 && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setAll(true)}>
          {t.moreChanges(rest)}
        </Button>
      )}
    </>
  )
}
