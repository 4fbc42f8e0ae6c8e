import { Button, FileButton } from '@mantine/core'
import type { Integration } from '@obmen/contract/rest'
import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useRef, useState } from 'react'
import { inspectFile } from '../../../api/integrations.js'
import { useFailureText } from '../../../components/layout/loaded.js'
import { Section } from '../../../components/layout/section.js'
import { useTexts } from '../../../texts/language.js'
import classes from './file-inspection.module.css'
import { InspectedFiles } from './inspected-files.js'
import { texts } from './texts-file-inspection.js'

/** A file dropped here, or chosen, is read as if this 1C had uploaded it; nothing is changed. */
export function FileInspection({ integration: { id } }: { integration: Integration }) {
  const t = useTexts(texts)
  const failureText = useFailureText()
  const [isOver, setOver] = useState(false)
  const reset = useRef<() => void>(null)
  const inspection = useMutation({ mutationFn: (file: File) => inspectFile(id, file) })
  const check = (file: File | null | undefined): void => {
    // The same file can be chosen again, e.g. after it was written anew.
    reset.current?.()
    if (file) inspection.mutate(file)
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    check(event.dataTransfer.files[0])
  }
  const { data, error, isPending, variables } = inspection
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button does the same
    <div
      className={isOver ? `${classes.area} ${classes.over}` : classes.area}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Section
        title={t.title}
        description={isOver ? t.drop : t.text}
        actions={
          <FileButton onChange={check} resetRef={reset} accept=".xml,.zip,.tmp,text/xml,application/zip">
            {props => (
              <Button {...props} variant="default" loading={isPending}>
                {data ? t.another : t.choose}
              </Button>
            )}
          </FileButton>
        }
      >
        <div aria-live="polite">
          {isPending && <p className={classes.second}>{t.reading(variables.name)}</p>}
          {!isPending && error !== null && <p className={classes.failure}>{failureText(error)}</p>}
          {!isPending && data && <InspectedFiles inspection={data} />}
        </div>
      </Section>
    </div>
  )
}
