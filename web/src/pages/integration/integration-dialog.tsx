import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { Integration } from '@obmen/contract/rest'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Loading } from '../../components/layout/loaded.js'
import { useTexts } from '../../texts/language.js'
import { texts as dryRunTexts } from './dry-run/texts-dry-run.js'
import { texts as owedTexts } from './owed/texts-owed.js'

const route = getRouteApi('/shell/ecosystem/integrations/$integrationId')

const CONTENTS = {
  package: lazy(() => import('./package-preview.js')),
  'dry-run': lazy(() => import('./dry-run/dry-run.js')),
}

/** A window over the page; it is in the URL, so that "back" closes it. */
export function IntegrationDialog({ integration }: { integration: Integration }) {
  const { title, close } = useTexts(owedTexts).package
  const dryRun = useTexts(dryRunTexts)
  const { over } = route.useSearch()
  const navigate = route.useNavigate()
  const narrow = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false })
  // The content stays while the window fades out.
  const [shown, setShown] = useState(over)
  useEffect(() => {
    if (over !== undefined) setShown(over)
  }, [over])
  const Content = shown && CONTENTS[shown]

  return (
    <Modal
      opened={over !== undefined}
      onClose={() => void navigate({ search: now => ({ ...now, over: undefined }), resetScroll: false })}
      onExitTransitionEnd={() => setShown(undefined)}
      title={shown === 'dry-run' ? dryRun.title : title}
      size={1040}
      fullScreen={narrow}
      closeButtonProps={{ 'aria-label': close }}
    >
      {Content && (
        <Suspense fallback={<Loading />}>
          <Content integration={integration} />
        </Suspense>
      )}
    </Modal>
  )
}
