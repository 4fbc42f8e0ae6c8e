import { VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { sentXmlQuery } from '../../../api/orders.js'
import { formatXml } from '../../../components/code/format-xml.js'
import { Loaded, Loading } from '../../../components/layout/loaded.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import type { Offer } from '../exports/offers.js'
import { texts } from '../texts.js'
import { diffHunks, type Hunk } from '../timeline/line-diff.js'
import classes from './xml.module.css'

/** Lines shown at most. */
const SHOWN = 2000
const SIGNS = { same: ' ', added: '+', removed: '−' } as const

interface Props {
  id: string
  xml: string
  before: Offer | null | undefined
}

/** The differences from what was sent before, line by line. */
export function XmlChanges({ id, xml, before }: Props) {
  const t = useTexts(texts).xml
  if (before === undefined) return <Loading />
  if (before === null) return <p className={classes.about}>{t.first}</p>
  return <Compared id={id} xml={xml} before={before} />
}

function Compared({ id, xml, before }: Props & { before: Offer }) {
  const t = useTexts(texts).xml
  const { shortTime } = useFormats()
  const query = useQuery(sentXmlQuery(id, before.batchId))
  return (
    <Loaded query={query}>
      {earlier => (
        <>
          <p className={classes.about}>{t.comparedWith(shortTime(before.at), before.revision)}</p>
          <Difference before={earlier.xml} after={xml} />
        </>
      )}
    </Loaded>
  )
}

function Difference({ before, after }: { before: string; after: string }) {
  const t = useTexts(texts).xml
  const { number } = useFormats()
  const hunks = useMemo(() => diffHunks(formatXml(before), formatXml(after)), [before, after])
  const { shown, cut } = useMemo(() => firstLines(hunks), [hunks])
  if (hunks.length === 0) return <p className={classes.about}>{t.same}</p>
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className={`${classes.diff} mono`} aria-label={t.difference} tabIndex={0}>
        {shown.map(({ at, lines }) => (
          <div key={at}>
            <div className={classes.at}>{t.line(at)}</div>
            {lines.map(({ kind, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of two given texts never change
              <div key={index} className={classes.row} data-kind={kind}>
                <span aria-hidden="true">{SIGNS[kind]}</span>
                {kind !== 'same' && <VisuallyHidden>{t[kind]} </VisuallyHidden>}
                <span>{text}</span>
              </div>
            ))}
          </div>
        ))}
      </section>
      {cut && <p className={classes.about}>{t.cut(number(SHOWN))}</p>}
    </>
  )
}

function firstLines(hunks: Hunk[]): { shown: Hunk[]; cut: boolean } {
  let room = SHOWN
  const shown: Hunk[] = []
  for (const { at, lines } of hunks) {
    if (room === 0) break
    shown.push({ at, lines: lines.slice(0, room) })
    room -= Math.min(room, lines.length)
  }
  const all = hunks.reduce((total, { lines }) => total + lines.length, 0)
  return { shown, cut: all > SHOWN }
}
