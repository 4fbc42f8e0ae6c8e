import { Button, Drawer } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import type { ApiRequestDetail } from '@obmen/contract/rest'
import { useQuery } from '@tanstack/react-query'
import { requestQuery } from '../../api/requests.js'
import { Loaded } from '../../components/layout/loaded.js'
import { useProblemText, useRefusal } from '../../components/refusals/use-refusal.js'
import { useFormats, useTexts } from '../../texts/language.js'
import { curlOf } from './curl.js'
import classes from './platform.module.css'
import { texts } from './texts.js'

/** A request with all details, over the list. */
export function RequestDrawer({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const t = useTexts(texts)
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size={620}
      title={t.columns.request}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      {id !== undefined && <Content id={id} />}
    </Drawer>
  )
}

function Content({ id }: { id: number }) {
  const query = useQuery(requestQuery(id))
  return <Loaded query={query}>{request => <Request request={request} />}</Loaded>
}

function Request({ request }: { request: ApiRequestDetail }) {
  const t = useTexts(texts)
  const { dateTime, bytes } = useFormats()
  const refusalText = useRefusal()
  const problemText = useProblemText()
  const { errors, body, bodySize, detail, code, reason, params } = request
  const json = body === null ? undefined : indented(body)
  // What is masked may be shorter than what was sent.
  const cut = json === undefined && new TextEncoder().encode(body ?? '').length < (bodySize ?? 0)
  const command = curlOf(request, cut)
  return (
    <>
      <p className="mono">
        {request.method} {request.path}
      </p>
      <p>
        {dateTime(request.at)} · {request.token?.name ?? request.person?.email}
        {request.line !== null && ` · ${t.line(request.line)}`} · {request.status}
      </p>
      {detail !== null && <p>{refusalText({ code, detail, reason, params })}</p>}
      {errors !== null && errors.length > 0 && (
        <>
          <h3 className={classes.heading}>{t.fields}</h3>
          <ul className={classes.fields}>
            {errors.map(problem => (
              <li key={problem.path + problem.message}>
                <code className="mono">{problem.path}</code>: {problemText(problem)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className={classes.heading}>{t.body}</h3>
      {body === null ? (
        <p className={classes.muted}>{t.noBody}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard */}
          <pre className={`${classes.body} mono`} tabIndex={0}>
            {json ?? body}
          </pre>
          {cut && <p className={classes.muted}>{t.bodyCut(bytes(bodySize ?? 0))}</p>}
        </>
      )}
      {command !== undefined && <CopyCommand command={command} />}
      <p className={classes.muted}>
        {t.requestId}: <span className="mono">{request.requestId}</span>
      </p>
    </>
  )
}

function CopyCommand({ command }: { command: string }) {
  const t = useTexts(texts).curl
  const clipboard = useClipboard({ timeout: 1500 })
  return (
    <div className={classes.command}>
      <Button variant="default" size="xs" onClick={() => clipboard.copy(command)}>
        {clipboard.copied ? t.copied : t.copy}
      </Button>
      <p className={classes.muted}>{t.text}</p>
    </div>
  )
}

/** Undefined unless it is complete JSON. */
function indented(body: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return undefined
  }
}
