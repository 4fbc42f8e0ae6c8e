import { SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { exportsQuery, sentXmlQuery, timelineQuery, xmlNowQuery } from '../../../api/orders.js'
import type { OrderSearch } from '../../../app/search.js'
import { formatXml } from '../../../components/code/format-xml.js'
import { XmlViewer } from '../../../components/code/xml-viewer.js'
import { Loaded, Loading } from '../../../components/layout/loaded.js'
import { Window } from '../../../components/layout/window.js'
import { useFormats, useTexts } from '../../../texts/language.js'
import { type Offer, offerOfBatch, offersTo, sentBefore } from '../exports/offers.js'
import { texts } from '../texts.js'
import { diffHunks, type Hunk } from '../timeline/line-diff.js'
import classes from './xml.module.css'

interface Props {
  id: string
  number: string
  search: OrderSearch
  onChange: (search: OrderSearch) => void
}

/** The XML of the order as sent or as it would be sent now, and how it differs from what was sent before. */
export default function OrderXmlWindow({ id, number, search, onChange }: Props) {
  const t = useTexts(texts).xml
  const opened = search.sent !== undefined || search.xml !== undefined
  // The content stays while the window fades out.
  const [shown, setShown] = useState(search)
  useEffect(() => {
    if (opened) setShown(search)
  }, [opened, search])
  return (
    <Window
      opened={opened}
      onClose={() => onChange({})}
      title={shown.sent === undefined ? t.now(number) : t.sent(number)}
      wide
    >
      {shown.sent !== undefined ? (
        <SentXml key={shown.sent} id={id} batchId={shown.sent} search={shown} onChange={onChange} />
      ) : shown.xml !== undefined ? (
        <XmlNow key={shown.xml} id={id} integrationId={shown.xml} search={shown} onChange={onChange} />
      ) : null}
    </Window>
  )
}

type InnerProps = Pick<Props, 'id' | 'search' | 'onChange'>

function SentXml({ batchId, ...props }: InnerProps & { batchId: number }) {
  const t = useTexts(texts).xml
  const { shortTime } = useFormats()
  const query = useQuery(sentXmlQuery(props.id, batchId))
  const { data: timeline } = useQuery(timelineQuery(props.id))
  const offer = timeline && offerOfBatch(timeline.items, batchId)
  return (
    <Loaded query={query}>
      {({ xml, revision, exact }) => (
        <Views
          {...props}
          xml={xml}
          fileName={`${batchId}-${revision}.xml`}
          before={timeline && (offer === undefined ? null : sentBefore(timeline.items, offer))}
          about={
            <>
              {offer && t.sentTo(offer.integrationName, shortTime(offer.at), revision)}{' '}
              {exact ? t.exact : t.rewritten}
            </>
          }
        />
      )}
    </Loaded>
  )
}

function XmlNow({ integrationId, ...props }: InnerProps & { integrationId: string }) {
  const t = useTexts(texts).xml
  const query = useQuery(xmlNowQuery(props.id, integrationId))
  const { data: timeline } = useQuery(timelineQuery(props.id))
  const { data: exports } = useQuery(exportsQuery(props.id))
  const to = exports?.items.find(one => one.integrationId === integrationId)
  return (
    <Loaded query={query}>
      {({ xml, revision }) => (
        <Views
          {...props}
          xml={xml}
          fileName={`${revision}.xml`}
          before={timeline && (offersTo(timeline.items, integrationId).at(-1) ?? null)}
          about={to !== undefined && t.nowAs[to.state === 'changed' ? 'owed' : to.state](to.integrationName)}
        />
      )}
    </Loaded>
  )
}

interface ViewsProps extends InnerProps {
  xml: string
  fileName: string
  about: React.ReactNode
  /** What was sent before; null for nothing, undefined while unknown. */
  before: Offer | null | undefined
}

function Views({ id, search, onChange, xml, fileName, about, before }: ViewsProps) {
  const t = useTexts(texts).xml
  return (
    <>
      <div className={classes.head}>
        <p className={classes.about}>{about}</p>
        <SegmentedControl
          size="xs"
          value={search.compared ? 'changes' : 'text'}
          onChange={view => onChange({ ...search, compared: view === 'changes' || undefined })}
          data={[
            { value: 'text', label: t.text },
            { value: 'changes', label: t.changes },
          ]}
        />
      </div>
      {search.compared ? (
        <XmlChanges id={id} xml={xml} before={before} />
      ) : (
        <XmlViewer xml={xml} fileName={`order-${fileName}`} />
      )}
    </>
  )
}

const SHOWN = 2000
const SIGNS = { same: ' ', added: '+', removed: '−' } as const

interface ChangesProps {
  id: string
  xml: string
  before: Offer | null | undefined
}

function XmlChanges({ id, xml, before }: ChangesProps) {
  const t = useTexts(texts).xml
  const { shortTime } = useFormats()
  const query = useQuery({ ...sentXmlQuery(id, before?.batchId ?? 0), enabled: Boolean(before) })
  if (before === undefined) return <Loading />
  if (before === null) return <p className={classes.about}>{t.first}</p>
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
