import { Modal, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { exportsQuery, sentXmlQuery, timelineQuery, xmlNowQuery } from '../../../api/orders.js'
import type { OrderSearch } from '../../../app/search.js'
import { XmlViewer } from '../../../components/code/xml-viewer.js'
import { Loaded } from '../../../components/layout/loaded.js'
import { useTexts } from '../../../texts/language.js'
import { useFormats } from '../../../texts/use-formats.js'
import { type Offer, offerOfBatch, offersTo, sentBefore } from '../exports/offers.js'
import { texts } from '../texts.js'
import classes from './xml.module.css'
import { XmlChanges } from './xml-changes.js'

interface Props {
  id: string
  number: string
  search: OrderSearch
  onChange: (search: OrderSearch) => void
}

/**
 * The XML of the order over its page: as sent in a batch or as it would be sent now, and the differences from
 * what was sent before.
 */
export default function OrderXmlWindow({ id, number, search, onChange }: Props) {
  const t = useTexts(texts).xml
  const narrow = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false })
  const opened = search.sent !== undefined || search.xml !== undefined
  // The content stays while the window fades out.
  const [shown, setShown] = useState(search)
  useEffect(() => {
    if (opened) setShown(search)
  }, [opened, search])
  return (
    <Modal
      opened={opened}
      onClose={() => onChange({})}
      title={shown.sent === undefined ? t.now(number) : t.sent(number)}
      size={1040}
      fullScreen={narrow}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      {shown.sent !== undefined ? (
        <SentXml key={shown.sent} id={id} batchId={shown.sent} search={shown} onChange={onChange} />
      ) : shown.xml !== undefined ? (
        <XmlNow key={shown.xml} id={id} integrationId={shown.xml} search={shown} onChange={onChange} />
      ) : null}
    </Modal>
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
