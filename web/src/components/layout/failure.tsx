import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react'
import { ApiError, NoAnswerError } from '../../api/request/problem.js'
import { useTexts } from '../../texts/language.js'
import { texts } from '../texts.js'
import { Empty } from './empty.js'
import { useFailureText } from './failure-text.js'

/** Something did not load: why, what to do, a button to try again. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const t = useTexts(texts)
  const failureText = useFailureText()
  const requestId = error instanceof ApiError ? error.requestId : undefined
  return (
    <div role="alert">
      <Empty
        icon={error instanceof NoAnswerError ? IconPlugConnectedX : IconAlertTriangle}
        title={t.failure.title}
        text={
          <>
            {failureText(error)}
            {requestId !== undefined && <div className="mono">{t.failure.requestId(requestId)}</div>}
          </>
        }
      >
        {retry && (
          <Button variant="default" onClick={retry}>
            {t.retry}
          </Button>
        )}
      </Empty>
    </div>
  )
}
